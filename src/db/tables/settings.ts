export interface SettingsTables {
  settings: SettingRow;
}

export interface SettingRow {
  key: string;
  value: string;
}

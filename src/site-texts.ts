/** The pages that a Teams app has to name; the organisation may replace them by its own behind the same addresses. */
export const siteTexts = {
  front:
    '<h1>育成ナビ</h1><p>育成ナビは Teams のチャットで使います。Teams で「育成ナビ」を検索してください。</p>',
  linkExpired:
    '<h1>リンクの期限が切れています</h1><p>安全のため、ファイルのリンクは15分で使えなくなります。育成ナビでもう一度書き出してください。</p>',
  privacy:
    '<h1>育成ナビの個人情報の扱い</h1><ul><li>質問の文は保存しません。人事課に送った質問は、回答のために氏名とともに保存します。</li><li>心や職場の深刻な悩みは、内容も、だれが書いたかも、保存も記録もしません。</li><li>職員名簿と研修履歴は、人事課が取り込んだものだけを使います。</li><li>人事課がデータを見たり変えたりした事実は、監査ログに残ります。</li><li>Teams のチャット履歴は、組織の Microsoft 365 の設定に従って残ります。</li></ul>',
  terms:
    '<h1>育成ナビの利用について</h1><p>育成ナビは、市の職員が研修や人事の制度を調べるためのものです。回答は人事課が確認した資料から選んでいます。手続きの正式な根拠は、規程や要領をご確認ください。</p>',
} as const;

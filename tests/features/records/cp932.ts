const decoder = new TextDecoder('shift_jis');

/** Every character of CP932 with its bytes, found by decoding all byte pairs, since Node only decodes. */
function charactersWithBytes(): ReadonlyMap<string, readonly number[]> {
  const bytes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead > 0x9f && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\uFFFD' && !bytes.has(character))
        bytes.set(character, [lead, trail]);
    }
  }
  return bytes;
}

/** The bytes that Japanese Excel saves for `text`. */
export function cp932(text: string): Uint8Array {
  const known = charactersWithBytes();
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = character < '\u0080' ? [character.charCodeAt(0)] : known.get(character);
      if (bytes === undefined) throw new Error(`CP932 has no ${character}`);
      return bytes;
    }),
  );
}

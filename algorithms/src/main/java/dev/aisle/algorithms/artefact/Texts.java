package dev.aisle.algorithms.artefact;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Texts as two arrays of a file: their UTF-8, one after the other, and where each begins.
 *
 * @param offsets texts + 1 numbers, ascending from 0 to the number of bytes
 * @param bytes UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once
record Texts(int[] offsets, byte[] bytes) {
    static Texts of(String... texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] offsets = new int[texts.length + 1];
        for (int text = 0; text < texts.length; text++) {
            bytes.writeBytes(texts[text].getBytes(StandardCharsets.UTF_8));
            offsets[text + 1] = bytes.size();
        }
        return new Texts(offsets, bytes.toByteArray());
    }

    /** The name of the array of offsets of texts. */
    static String offsetsOf(String name) {
        return name + ".offsets";
    }

    /** The texts, of a file that is named when they contradict themselves. */
    String[] decoded(Artefact from) {
        if (offsets.length == 0 || offsets[0] != 0 || offsets[offsets.length - 1] != bytes.length) {
            throw from.contradiction("texts from 0 to " + bytes.length, offsets.length + " offsets");
        }
        String[] texts = new String[offsets.length - 1];
        for (int text = 0; text < texts.length; text++) {
            int length = offsets[text + 1] - offsets[text];
            if (length < 0 || offsets[text + 1] > bytes.length) {
                throw from.contradiction("ascending offsets of texts", length);
            }
            try {
                ByteBuffer utf8 = ByteBuffer.wrap(bytes, offsets[text], length);
                texts[text] = StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
            } catch (CharacterCodingException e) {
                throw from.contradiction("UTF-8", "other bytes");
            }
        }
        return texts;
    }
}

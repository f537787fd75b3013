package dev.aisle.algorithms.artefact;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Reads a header and believes nothing of it. */
final class HeaderReader {
    private final MemorySegment file;
    private final String name;
    private final int end;
    private long at = Format.FIXED_BYTES;

    private HeaderReader(MemorySegment file, String name, int end) {
        this.file = file;
        this.name = name;
        this.end = end;
    }

    /** What a header says. */
    record Header(Origin origin, Map<String, Section> sections) {}

    /** An array of the file. */
    record Section(Format.Kind kind, long count, long offset) {}

    static Header read(MemorySegment file, String name) {
        check(
                name,
                "it is too short for a model",
                "at least " + Format.FIXED_BYTES + " bytes",
                file.byteSize(),
                file.byteSize() >= Format.FIXED_BYTES);
        long magic = file.get(Format.LONG, 0);
        check(name, "it is no model file", "AISLEART", letters(file), magic == Format.MAGIC);
        int schema = file.get(Format.INT, 8);
        check(
                name,
                schema > Format.SCHEMA ? "it is newer than this version" : "its schema is unknown",
                "schema " + Format.SCHEMA,
                schema,
                schema == Format.SCHEMA);
        long length = file.get(Format.LONG, 16);
        check(name, "it was cut or extended", length + " bytes", file.byteSize(), length == file.byteSize());
        long checksum = file.get(Format.LONG, Format.CHECKSUM_AT);
        long actual = Format.checksum(file);
        check(
                name,
                "it is corrupted",
                "checksum " + Long.toHexString(checksum),
                Long.toHexString(actual),
                checksum == actual);
        int end = file.get(Format.INT, 12);
        check(
                name,
                "its header contradicts itself",
                "a header within the file",
                end,
                end >= Format.FIXED_BYTES && end <= file.byteSize());
        return new HeaderReader(file, name, end).header();
    }

    private static void check(String name, String reason, Object expected, Object found, boolean holds) {
        if (!holds) {
            throw new UnreadableArtefactException(name, reason, expected, found);
        }
    }

    /** The first eight bytes as far as they are letters. */
    private static String letters(MemorySegment file) {
        StringBuilder letters = new StringBuilder();
        for (int at = 0; at < Long.BYTES; at++) {
            char letter = (char) (file.get(ValueLayout.JAVA_BYTE, at) & 0xff);
            letters.append(letter >= ' ' && letter < 127 ? letter : '?');
        }
        return letters.toString();
    }

    private Header header() {
        String algorithm = text();
        Map<String, String> parameters = new TreeMap<>();
        for (int left = number("parameters"); left > 0; left--) {
            String parameter = text();
            require("a parameter once", parameter, parameters.put(parameter, text()) == null);
        }
        long seed = nextLong();
        Origin origin = Origin.of(algorithm, parameters, seed, text());
        Map<String, Section> sections = new LinkedHashMap<>();
        long next = Format.aligned(end);
        int count = number("arrays");
        for (int left = count; left > 0; left--) {
            String section = text();
            Section read = section(next);
            require("an array once", section, sections.put(section, read) == null);
            long bytes = read.count() * read.kind().bytes();
            next = left == 1 ? read.offset() + bytes : Format.aligned(read.offset() + bytes);
        }
        require("a header of " + end + " bytes", at, at == end);
        require("arrays up to the end", next, (count == 0 ? end : next) == file.byteSize());
        return new Header(origin, sections);
    }

    private Section section(long expectedOffset) {
        int number = nextInt();
        Format.Kind known = Arrays.stream(Format.Kind.values())
                .filter(kind -> kind.number() == number)
                .findFirst()
                .orElseThrow(() -> contradiction("a known kind of array", number));
        long count = nextLong();
        long offset = nextLong();
        require("an array at " + expectedOffset, offset, offset == expectedOffset && offset <= file.byteSize());
        require("an array within the file", count, count >= 0 && count <= (file.byteSize() - offset) / known.bytes());
        return new Section(known, count, offset);
    }

    /** How many follow; each takes four bytes at least. */
    private int number(String what) {
        int number = nextInt();
        require("a possible number of " + what, number, number >= 0 && number <= (end - at) / Integer.BYTES);
        return number;
    }

    private int nextInt() {
        require("a header within " + end + " bytes", at, at + Integer.BYTES <= end);
        at += Integer.BYTES;
        return file.get(Format.INT, at - Integer.BYTES);
    }

    private long nextLong() {
        require("a header within " + end + " bytes", at, at + Long.BYTES <= end);
        at += Long.BYTES;
        return file.get(Format.LONG, at - Long.BYTES);
    }

    private String text() {
        int length = nextInt();
        require("a text within the header", length, length >= 0 && length <= end - at);
        ByteBuffer bytes = file.asSlice(at, length).asByteBuffer();
        at += length;
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw contradiction("UTF-8", "other bytes");
        }
    }

    private UnreadableArtefactException contradiction(Object expected, Object found) {
        return new UnreadableArtefactException(name, "its header contradicts itself", expected, found);
    }

    private void require(String expected, Object found, boolean holds) {
        check(name, "its header contradicts itself", expected, found, holds);
    }
}

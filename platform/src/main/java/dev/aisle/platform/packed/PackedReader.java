package dev.aisle.platform.packed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Reads the fields of a value in the order in which {@link PackedWriter} wrote them. */
public final class PackedReader {
    private final Names names;
    private final PackedKeys keys;
    private final byte[] bytes;
    private int at;

    PackedReader(Names names, PackedKeys keys, byte[] bytes, int at) {
        this.names = names;
        this.keys = keys;
        this.bytes = bytes;
        this.at = at;
    }

    /** Reads what {@link PackedWriter#number} wrote. */
    public long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    /** Reads what {@link PackedWriter#signed} wrote. */
    public long signed() {
        long number = number();
        return (number >>> 1) ^ -(number & 1);
    }

    /** Reads what {@link PackedWriter#moment} wrote. */
    public Instant moment() {
        return Instant.ofEpochSecond(signed(), number());
    }

    /** Reads that many bytes. */
    public byte[] bytes(int count) {
        byte[] read = Arrays.copyOfRange(bytes, at, at + count);
        at += count;
        return read;
    }

    /** Reads what {@link PackedWriter#text} wrote. */
    public String text() {
        return new String(bytes((int) number()), StandardCharsets.UTF_8);
    }

    /** Reads what {@link PackedWriter#name} wrote. */
    public String name() {
        return names.text((int) number());
    }

    /** Reads what {@link PackedWriter#key} wrote. */
    public String key() {
        int from = at;
        at += PackedKeys.length(bytes, at);
        return keys.text(bytes, from);
    }
}

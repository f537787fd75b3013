package dev.aisle.platform.packed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Writes the fields of a value one after the other. */
public final class PackedWriter {
    private final Names names;
    private final PackedKeys keys;
    private byte[] bytes = new byte[256];
    private int length;

    PackedWriter(Names names, PackedKeys keys) {
        this.names = names;
        this.keys = keys;
    }

    /** Writes a number from 0 on: below 128 it takes a byte, below 16,384 two. A negative one takes ten. */
    public void number(long number) {
        long left = number;
        while ((left & ~0x7FL) != 0L) {
            one((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        one((int) left);
    }

    /** Writes a number that may be negative: between -64 and 63 it takes a byte. */
    public void signed(long number) {
        number((number << 1) ^ (number >> 63));
    }

    /** Writes a moment with its nanoseconds. */
    public void moment(Instant moment) {
        signed(moment.getEpochSecond());
        number(moment.getNano());
    }

    /** Writes that many bytes; whoever reads them knows how many. */
    public void bytes(byte[] more) {
        makeRoom(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    /** Writes a text that stands in one value. */
    public void text(String text) {
        byte[] more = text.getBytes(StandardCharsets.UTF_8);
        number(more.length);
        bytes(more);
    }

    /** Writes a text that stands in many values. There must be few of its kind, for each stays as long as the process. */
    public void name(String name) {
        number(names.numberOf(name));
    }

    /** Writes a pseudonym. */
    public void key(String key) {
        bytes(keys.packed(key));
    }

    void bytes(PackedWriter other) {
        makeRoom(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
    }

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    void copyTo(byte[] into, int at) {
        System.arraycopy(bytes, 0, into, at, length);
    }

    private void one(int value) {
        makeRoom(1);
        bytes[length++] = (byte) value;
    }

    private void makeRoom(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + more));
        }
    }
}

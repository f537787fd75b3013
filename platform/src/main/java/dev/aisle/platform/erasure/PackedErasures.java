package dev.aisle.platform.erasure;

import dev.aisle.platform.packed.PackedReader;
import dev.aisle.platform.packed.PackedWriter;
import dev.aisle.platform.packed.Packing;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Erasures as bytes, about fifty each with the mark. They are kept for ever. */
final class PackedErasures implements Packing<Erased> {
    private static final int UUID_BYTES = 16;
    private static final int UUID_TEXT = 36;

    @Override
    public void write(Erased erased, PackedWriter out) {
        out.moment(erased.at());
        UUID id = uuid(erased.requestId());
        out.number(id == null ? 0 : 1);
        if (id == null) {
            out.text(erased.requestId());
        } else {
            out.bytes(ByteBuffer.allocate(UUID_BYTES)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array());
        }
    }

    @Override
    public Erased read(String mark, PackedReader in) {
        Instant at = in.moment();
        if (in.number() == 0) {
            return new Erased(mark, at, in.text());
        }
        ByteBuffer id = ByteBuffer.wrap(in.bytes(UUID_BYTES));
        return new Erased(mark, at, new UUID(id.getLong(), id.getLong()).toString());
    }

    /** Returns a text as a UUID where it says the same; else nothing. */
    private static @Nullable UUID uuid(String text) {
        if (text.length() != UUID_TEXT) {
            return null;
        }
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

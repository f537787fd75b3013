package dev.aisle.recommender.models.trainer;

import dev.aisle.recommender.interactions.Circumstances;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what people did, row after row, holding no more of it than the products' numbers. Of a person only goes out where the rows of the next one begin. */
public final class DeedWriter {
    static final int ROW = 1;
    static final int END = 0;
    static final int NONE = -1;

    private final DataOutputStream out;
    private final Map<String, Integer> products = new HashMap<>();
    private final Map<String, Integer> baskets = new HashMap<>();
    private @Nullable String person;

    /** Writes to this stream. */
    public DeedWriter(DataOutputStream out) {
        this.out = out;
    }

    /**
     * A row.
     *
     * @param person who did it; the rows of a person come one after the other
     * @param basket the purchase that it belongs to; {@code null} when it is none
     * @param time milliseconds since 1970
     * @param circumstances as far as they may be used
     */
    public record Row(
            String person,
            String productId,
            @Nullable String basket,
            float weight,
            long time,
            Circumstances circumstances) {}

    /** Writes a row. */
    public void write(Row row) throws IOException {
        boolean next = !row.person().equals(person);
        if (next) {
            person = row.person();
            baskets.clear();
        }
        Integer product = products.get(row.productId());
        out.writeByte(ROW);
        out.writeBoolean(next);
        out.writeInt(product == null ? NONE : product);
        if (product == null) {
            products.put(row.productId(), products.size());
            out.writeUTF(row.productId());
        }
        out.writeInt(row.basket() == null ? NONE : baskets.computeIfAbsent(row.basket(), _ -> baskets.size()));
        out.writeFloat(row.weight());
        out.writeLong(row.time());
        out.writeUTF(orEmpty(row.circumstances().country()));
        out.writeUTF(orEmpty(row.circumstances().device()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** No row comes any more. */
    public void end() throws IOException {
        out.writeByte(END);
        out.flush();
    }
}

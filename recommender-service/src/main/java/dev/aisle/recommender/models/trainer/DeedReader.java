package dev.aisle.recommender.models.trainer;

import dev.aisle.recommender.interactions.Circumstances;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link DeedWriter} wrote; people and baskets are numbers here. */
public final class DeedReader {
    private DeedReader() {}

    /** Reads all rows to their end. */
    public static TrainingSet read(DataInputStream in) throws IOException {
        TrainingSetBuilder rows = new TrainingSetBuilder();
        List<String> products = new ArrayList<>();
        int person = 0;
        while (in.readByte() == DeedWriter.ROW) {
            person += in.readBoolean() ? 1 : 0;
            int product = in.readInt();
            if (product == DeedWriter.NONE) {
                product = products.size();
                products.add(in.readUTF());
            }
            int basket = in.readInt();
            rows.add(
                    Integer.toString(person),
                    products.get(product),
                    basket == DeedWriter.NONE ? null : Integer.toString(basket),
                    in.readFloat(),
                    in.readLong());
            rows.under(new Circumstances(orNull(in.readUTF()), orNull(in.readUTF())));
        }
        return rows.build();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

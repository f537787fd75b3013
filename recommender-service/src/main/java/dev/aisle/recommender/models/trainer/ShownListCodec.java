package dev.aisle.recommender.models.trainer;

import dev.aisle.algorithms.ranking.ShownList;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.function.Consumer;

/** Writes and reads lists one after the other, to an end. */
final class ShownListCodec {
    private ShownListCodec() {}

    /** Writes a list. */
    public static void write(ShownList list, DataOutputStream out) throws IOException {
        out.writeBoolean(true);
        out.writeLong(list.shownAt());
        out.writeInt(list.size());
        out.writeInt(list.size() == 0 ? 0 : list.features()[0].length);
        for (int item = 0; item < list.size(); item++) {
            out.writeInt(list.positions()[item]);
            out.writeFloat(list.gains()[item]);
            for (float value : list.features()[item]) {
                out.writeFloat(value);
            }
        }
    }

    /** No list comes any more. */
    public static void end(DataOutputStream out) throws IOException {
        out.writeBoolean(false);
        out.flush();
    }

    /** Reads all lists to their end. */
    public static void read(DataInputStream in, Consumer<ShownList> each) throws IOException {
        while (in.readBoolean()) {
            each.accept(list(in));
        }
    }

    private static ShownList list(DataInputStream in) throws IOException {
        long shownAt = in.readLong();
        int size = in.readInt();
        float[][] features = new float[size][in.readInt()];
        int[] positions = new int[size];
        float[] gains = new float[size];
        for (int item = 0; item < size; item++) {
            positions[item] = in.readInt();
            gains[item] = in.readFloat();
            for (int at = 0; at < features[item].length; at++) {
                features[item][at] = in.readFloat();
            }
        }
        return new ShownList(shownAt, features, positions, gains);
    }
}

package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.ItemKnn;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Writes a model in the format of {@link ModelFile}. */
public final class ModelWriter {
    private static final int BUFFER_BYTES = 1 << 20;

    private final DataOutputStream out;

    private ModelWriter(DataOutputStream out) {
        this.out = out;
    }

    /** Writes the whole file to a stream, which stays open. */
    public static void write(TrainedModel model, OutputStream stream) throws IOException {
        CRC32C checksum = new CRC32C();
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new CheckedOutputStream(stream, checksum), BUFFER_BYTES));
        out.writeLong(ModelFile.MAGIC);
        out.writeInt(ModelFile.FORMAT);
        out.writeLong(payloadBytes(model));
        new ModelWriter(out).payload(model);
        out.flush();
        out.writeLong(checksum.getValue());
        out.flush();
    }

    private static long payloadBytes(TrainedModel model) {
        long bytes = textBytes(model.version()) + Long.BYTES + Integer.BYTES;
        for (String id : model.productIds()) {
            bytes += textBytes(id);
        }
        bytes += arrayBytes(model.popularity().scores().length);
        bytes += listsBytes(model.similar()) + listsBytes(model.boughtTogether());
        return bytes + 4L * Integer.BYTES + arrayBytes(model.als().itemFactors().length);
    }

    private static long textBytes(String text) {
        return (long) Integer.BYTES + text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Ints and floats are equally long. */
    private static long arrayBytes(int length) {
        return Integer.BYTES + (long) length * Integer.BYTES;
    }

    private static long listsBytes(ItemKnn.Model lists) {
        return arrayBytes(lists.offsets().length) + 2 * arrayBytes(lists.neighbours().length) + 1;
    }

    private void payload(TrainedModel model) throws IOException {
        text(model.version());
        out.writeLong(model.trainedAt().toEpochMilli());
        out.writeInt(model.productIds().length);
        for (String id : model.productIds()) {
            text(id);
        }
        floats(model.popularity().scores());
        lists(model.similar());
        lists(model.boughtTogether());
        factors(model.als());
    }

    private void lists(ItemKnn.Model model) throws IOException {
        ints(model.offsets());
        ints(model.neighbours());
        floats(model.similarities());
        out.writeBoolean(model.normalised());
    }

    private void factors(AlsModel model) throws IOException {
        out.writeInt(model.rank());
        out.writeFloat(model.ridge().unobserved());
        out.writeFloat(model.ridge().regularisation());
        out.writeFloat(model.ridge().exponent());
        floats(model.itemFactors());
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void ints(int[] values) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private void floats(float[] values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }
}

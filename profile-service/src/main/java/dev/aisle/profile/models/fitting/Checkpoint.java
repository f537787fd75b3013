package dev.aisle.profile.models.fitting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Up to where people are counted, and what was counted: a run can go on from here. */
public final class Checkpoint {
    private final String cursor;
    private final byte[] tally;

    /**
     * As it was kept.
     *
     * @param cursor not a pseudonym, only what tells two neighbours apart
     * @param tally as {@link #bytes} gave it
     */
    public Checkpoint(String cursor, byte[] tally) {
        this.cursor = cursor;
        this.tally = tally.clone();
    }

    /** Of a tally as it is now. */
    public static Checkpoint of(String cursor, JobTally tally) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            tally.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written but memory", e);
        }
        return new Checkpoint(cursor, bytes.toByteArray());
    }

    /** Puts what was counted into a tally that has counted nobody. */
    public void restore(JobTally into) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(tally)))) {
            into.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint is of another version; cancel the job and start it anew", e);
        }
    }

    public String cursor() {
        return cursor;
    }

    /** The tally, packed. */
    public byte[] bytes() {
        return tally.clone();
    }
}

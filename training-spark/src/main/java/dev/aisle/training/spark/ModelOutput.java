package dev.aisle.training.spark;

import dev.aisle.recommender.models.domain.ModelFile;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.outside.LocalOutput;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** Where the model file goes: whoever looks finds a whole file or none. */
final class ModelOutput {
    private final String place;
    private final Configuration hadoop;

    ModelOutput(String place, Configuration hadoop) {
        this.place = place;
        this.hadoop = hadoop;
    }

    /** Looks before hours of work whether the place can be written. */
    void check() {
        if (!isRemote()) {
            local().check();
        }
    }

    /** Writes it. */
    void write(TrainedModel model) {
        if (!isRemote()) {
            local().write(model);
            return;
        }
        try {
            upload(model);
        } catch (IOException e) {
            throw LocalOutput.unwritable(place, e);
        }
    }

    /** An object store shows an object when all of it is there; elsewhere the rename does it. */
    private void upload(TrainedModel model) throws IOException {
        Path beside = Files.createTempFile("aisle-model", ".aisle");
        try {
            ModelFile.write(model, beside);
            org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(place);
            org.apache.hadoop.fs.Path part = target.suffix(".part");
            FileSystem files = target.getFileSystem(hadoop);
            files.copyFromLocalFile(false, true, new org.apache.hadoop.fs.Path(beside.toUri()), part);
            files.delete(target, false);
            if (!files.rename(part, target)) {
                files.delete(part, false);
                throw new IOException(part + " can't be renamed");
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private boolean isRemote() {
        return place.matches("[a-z][a-z0-9+.-]+:/.*") && !place.startsWith("file:");
    }

    private LocalOutput local() {
        return new LocalOutput(place, place.startsWith("file:") ? Path.of(URI.create(place)) : Path.of(place));
    }
}

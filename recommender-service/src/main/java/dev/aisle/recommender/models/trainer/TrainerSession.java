package dev.aisle.recommender.models.trainer;

import dev.aisle.recommender.models.domain.ModelFile;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.trainer.TrainerLine.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The service's end of one training: a task, rows, answers, and at last a model with what is to be said of it. */
public final class TrainerSession implements AutoCloseable {
    private final TrainerProcess process;
    private final AnswerTrainer answers;
    private final TrainingProgress progress;
    private final DeedWriter deeds;

    TrainerSession(TrainerProcess process, AnswerTrainer answers, TrainingProgress progress) {
        this.process = process;
        this.answers = answers;
        this.progress = progress;
        this.deeds = new DeedWriter(process.input());
        progress.onCancel(process::kill);
    }

    /** What can fail because the process is gone. */
    @FunctionalInterface
    private interface Step<T> {
        T take() throws IOException;
    }

    /** Writes a model that the task speaks of; before {@link #begin}. */
    public void file(String name, TrainedModel model) {
        step(() -> {
            ModelFile.write(model, process.file(name));
            return name;
        });
    }

    /** Says what is to be done. */
    public void begin(TrainerTask task) {
        step(() -> {
            TrainerJson.write(task, process.input());
            return task;
        });
    }

    /** Sends a row. */
    public void send(DeedWriter.Row row) {
        step(() -> {
            deeds.write(row);
            return row;
        });
    }

    /** No row comes any more. */
    public void end() {
        step(() -> {
            deeds.end();
            return deeds;
        });
    }

    /** Follows the training to its end and answers its questions. */
    public TrainerResult result() {
        return step(() -> {
            for (String said = process.line(); said != null; said = process.line()) {
                TrainerLine line = TrainerLine.of(said).orElse(null);
                if (line == null) {
                    continue;
                }
                if (line.kind() == Kind.DONE) {
                    return TrainerJson.of(Files.readAllBytes(process.file(TrainerFolder.RESULT)), TrainerResult.class);
                }
                take(line);
            }
            throw ended(null);
        });
    }

    private void take(TrainerLine line) throws IOException {
        switch (line.kind()) {
            case PROGRESS -> {
                String[] parts = line.rest().split(" ", 2);
                progress.at(parts[1], Double.parseDouble(parts[0]));
            }
            case FAILED -> throw ended(line.rest());
            default -> answers.answer(line, process);
        }
    }

    /** The model, under no name so far. */
    public TrainedModel fitted() {
        return step(() -> ModelFile.read(process.file(TrainerFolder.FITTED)));
    }

    private <T> T step(Step<T> step) {
        try {
            return step.take();
        } catch (IOException | UncheckedIOException e) {
            throw ended(lastLine());
        }
    }

    /** What it said when it failed, if it could. */
    private @Nullable String lastLine() {
        try {
            for (String said = process.line(); said != null; said = process.line()) {
                TrainerLine line = TrainerLine.of(said).orElse(null);
                if (line != null && line.kind() == Kind.FAILED) {
                    return line.rest();
                }
            }
        } catch (IOException e) {
            return null;
        }
        return null;
    }

    private RuntimeException ended(@Nullable String said) {
        return progress.cancelled()
                ? new CancellationException("The training was cancelled.")
                : new TrainerEndedException(said == null ? process.reason() : said);
    }

    /** Ends the process, whatever it does. */
    @Override
    public void close() {
        process.close();
    }
}

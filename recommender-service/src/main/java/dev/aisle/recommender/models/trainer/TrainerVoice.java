package dev.aisle.recommender.models.trainer;

import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.trainer.TrainerLine.Kind;
import java.io.PrintStream;
import java.time.Duration;

/** What the process says to the service: whole lines, one after the other, from any thread. */
final class TrainerVoice {
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final PrintStream out;

    /** Says it on this stream. */
    public TrainerVoice(PrintStream out) {
        this.out = out;
    }

    /** Says one line. */
    public synchronized void say(Kind kind, String rest) {
        out.println(new TrainerLine(kind, rest).text());
        out.flush();
    }

    /** Says how far a training is as long as it runs, whenever that changed. */
    Thread follow(TrainingProgress progress) {
        return Thread.ofPlatform().daemon().name("progress").start(() -> {
            String before = "";
            try {
                while (true) {
                    Thread.sleep(BETWEEN);
                    String now = progress.progress() + " " + progress.stage();
                    if (!now.equals(before)) {
                        say(Kind.PROGRESS, now);
                        before = now;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}

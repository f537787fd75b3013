package dev.aisle.recommender.models.trainer;

import dev.aisle.contracts.Keeps;
import dev.aisle.recommender.models.trainer.TrainerLine.Kind;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Trains beside the service: {@code FOLDER}, and everything else by its standard input. It starts no service, connects to nothing, and ends when its standard
 * input does, which is when whoever started it is gone.
 */
@Keeps(ofNobody = "a setting of the operating system")
final class Trainer {
    private static final int BUFFER = 1 << 16;
    private static final int FAILED = 1;
    private static final String LIKELIEST_TO_GO = "1000";

    private Trainer() {}

    /** The folder of the training. */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        PrintStream out = System.out;
        // Libraries print; what the service reads is ours alone.
        System.setOut(System.err);
        goFirst();
        TrainerVoice voice = new TrainerVoice(out);
        DataInputStream in = new DataInputStream(new BufferedInputStream(watched(folder), BUFFER));
        try {
            new TrainerJob(in, voice, folder).run();
        } catch (IOException | RuntimeException e) {
            e.printStackTrace(System.err);
            voice.say(Kind.FAILED, String.valueOf(e.getMessage()));
            Runtime.getRuntime().halt(FAILED);
        }
        // Nothing is left to be done, and an orderly end takes as long as a small training.
        Runtime.getRuntime().halt(0);
    }

    /** Where the machine or the container has no memory left, this process ends rather than the service. */
    private static void goFirst() {
        try {
            Files.writeString(Path.of("/proc/self/oom_score_adj"), LIKELIEST_TO_GO);
        } catch (IOException e) {
            System.err.println("As likely to be ended as the service: " + e);
        }
    }

    /** The standard input, read ahead, so that its end is noticed while something is computed. */
    private static PipedInputStream watched(Path folder) throws IOException {
        PipedInputStream ahead = new PipedInputStream(BUFFER);
        PipedOutputStream pipe = new PipedOutputStream(ahead);
        Thread.ofPlatform().daemon().name("service").start(() -> {
            byte[] buffer = new byte[BUFFER];
            try {
                for (int read = System.in.read(buffer); read >= 0; read = System.in.read(buffer)) {
                    pipe.write(buffer, 0, read);
                    pipe.flush();
                }
            } catch (IOException e) {
                System.err.println("The service can't be heard: " + e);
            }
            TrainerFolder.remove(folder);
            Runtime.getRuntime().halt(FAILED);
        });
        return ahead;
    }
}

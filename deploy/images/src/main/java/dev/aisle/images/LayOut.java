package dev.aisle.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a Containerfile does with a packaged service; started from its source, without the build's class path. */
public final class LayOut {
    private LayOut() {}

    /** {@code SERVICE [FOLDER]}: from the checkout around, to /app or another folder. */
    public static void main(String... arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2) {
            throw new ImageFailure("expected SERVICE [FOLDER]");
        }
        Path app = Path.of(arguments.length == 2 ? arguments[1] : Places.APP);
        Files.createDirectories(app);
        for (Service service : Service.named(arguments[0])) {
            new Application(service, Path.of("")).into(app.resolve("lib"), app);
        }
        AotTraining.setTimes(app);
    }
}

package dev.aisle.recommender.models.trainer;

import java.io.IOException;

/** A service that starts a training's process, says its number and its folder, and waits. */
final class StandIn {
    private StandIn() {}

    public static void main(String... arguments) throws IOException {
        TrainerProcess process = TrainerProcess.start(64, true);
        System.out.println(process.pid() + " " + process.file(""));
        process.line();
    }
}

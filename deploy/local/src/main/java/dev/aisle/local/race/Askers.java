package dev.aisle.local.race;

import dev.aisle.local.shell.CommandFailure;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * Ask for uses of everybody, without a pause, whatever the people do meanwhile. Each asks one service only, so that a killed one
 * doesn't stop the others.
 */
final class Askers {
    private static final int COUNT = 3;
    private static final int MILLIS_AFTER_SILENCE = 100;

    private final List<Consenting> people;
    private final Uses uses;
    private final BooleanSupplier goesOn;

    Askers(List<Consenting> people, Uses uses, BooleanSupplier goesOn) {
        this.people = people;
        this.uses = uses;
        this.goesOn = goesOn;
    }

    /** How many there are. */
    static int count() {
        return COUNT;
    }

    /** @param number from 0 to below {@link #count()} */
    void ask(int number) {
        switch (number) {
            case 0 -> untilEnd(turn -> uses.recommend(people.get(turn % people.size())));
            case 1 -> untilEnd(turn -> uses.decide(people.get(turn % people.size())));
            default -> untilEnd(_ -> uses.readAll(people));
        }
    }

    private void untilEnd(IntFunction<Optional<Boolean>> question) {
        for (int turn = 0; goesOn.getAsBoolean(); turn++) {
            patiently(question.apply(turn));
        }
    }

    /** A service that doesn't answer is left alone for a moment. */
    private static void patiently(Optional<Boolean> answer) {
        if (answer.isPresent()) {
            return;
        }
        try {
            Thread.sleep(MILLIS_AFTER_SILENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }
}

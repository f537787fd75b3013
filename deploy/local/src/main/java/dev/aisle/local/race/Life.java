package dev.aisle.local.race;

import dev.aisle.local.race.StoredUses.Count;
import dev.aisle.local.shell.CommandFailure;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** One person who grants, is followed, withdraws, and is looked at: did anything go on? */
final class Life {
    private static final int MOST_EVENTS = 6;
    private static final int MOST_MILLIS_GRANTED = 600;
    private static final int MOST_MILLIS_WITHDRAWN = 400;
    private static final int TRIES_UNTIL_KNOWN = 100;
    private static final int MILLIS_UNTIL_KNOWN = 50;
    private final Consenting person;
    private final Uses uses;
    private final Withdrawing withdrawing;
    private final Judge judge;
    private final StoredUses stored;
    private final Random random;
    private final AtomicLong possible = new AtomicLong();
    private volatile long epoch;

    Life(Consenting person, Uses uses, Withdrawing withdrawing, Judge judge, StoredUses stored, Random random) {
        this.person = person;
        this.uses = uses;
        this.withdrawing = withdrawing;
        this.judge = judge;
        this.stored = stored;
        this.random = random;
    }

    /** What an outsider may do to the person while the withdrawal holds. */
    @FunctionalInterface
    interface Wrong {
        void happen(Consenting person, long version);
    }

    void live(BooleanSupplier goesOn, Wrong wrong) {
        Count before = new Count(0, 0, 0);
        while (goesOn.getAsBoolean()) {
            grantAndAct();
            sample(before);
            possible.incrementAndGet();
            Thread late = Thread.startVirtualThread(() -> uses.send(person, "race-" + epoch + "-late"));
            long version = withdrawing.withdraw(person);
            long number = epoch + 1;
            epoch = number;
            person.withdrawalAcknowledged(number);
            person.said(version, false);
            Count now = compared(before, possible.get());
            wrong.happen(person, version);
            ask(random.nextInt(MOST_MILLIS_WITHDRAWN));
            compared(now, 0);
            join(late);
            before = compared(now, 0);
            possible.set(0);
            person.grantAsked();
        }
        person.grantAsked();
    }

    private void grantAndAct() {
        person.said(withdrawing.grant(person), true);
        for (int i = 0; i < TRIES_UNTIL_KNOWN && !event("first"); i++) {
            pause(MILLIS_UNTIL_KNOWN);
        }
        int events = random.nextInt(MOST_EVENTS);
        for (int i = 0; i < events; i++) {
            event("view-" + i);
        }
        ask(random.nextInt(MOST_MILLIS_GRANTED));
    }

    /** What the door has refused can't be used; what it hasn't answered may be. */
    private boolean event(String name) {
        Optional<Boolean> accepted = uses.send(person, "race-" + epoch + "-" + name);
        if (accepted.orElse(true)) {
            possible.incrementAndGet();
        }
        return accepted.orElse(false);
    }

    private void ask(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        do {
            uses.recommend(person);
            uses.decide(person);
            uses.read(person);
        } while (System.nanoTime() < until);
    }

    /** What is there while it may be: campaigns forget it at the withdrawal. */
    private void sample(Count before) {
        Count now = stored.of(person.pseudonym());
        judge.found(Kind.FOLD, now.folds() - before.folds());
        judge.found(Kind.INTERACTION, now.interactions() - before.interactions());
        judge.found(Kind.FOOTPRINT, now.footprints());
    }

    /** What campaigns know is forgotten by a withdrawal, so that it may become less. */
    private Count compared(Count before, long most) {
        Count after = stored.of(person.pseudonym(), before.footprints() + most);
        judge.stored(person, Kind.FOLD, after.folds() - before.folds(), most);
        judge.stored(person, Kind.INTERACTION, after.interactions() - before.interactions(), most);
        judge.stored(person, Kind.FOOTPRINT, Math.max(0, after.footprints() - before.footprints()), most);
        return after;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }
}

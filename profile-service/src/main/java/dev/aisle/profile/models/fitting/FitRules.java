package dev.aisle.profile.models.fitting;

import dev.aisle.algorithms.privacy.guard.Noise;
import dev.aisle.profile.models.ModelKind;
import dev.aisle.profile.models.fitting.Fit.NotFitted;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.values.domain.Orders;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * When and from whom a model is made.
 *
 * @param asOf the moment of the job: later events don't count
 * @param zone where the shop reckons its days
 * @param leastPeople a model of fewer isn't made
 * @param noise of numbers that stand in a model as they are
 */
public record FitRules(Instant asOf, ZoneId zone, int leastPeople, Noise noise) {
    /** The day of the job, in days since 1970-01-01. */
    public long today() {
        return asOf.atZone(zone).toLocalDate().toEpochDay();
    }

    /** A person's orders until the moment of the job, as a profile sees them. */
    Orders orders(PersonEvents events) {
        return Orders.of(events.where(event -> !event.at().isAfter(asOf)));
    }

    /** Why a model can't be made; empty when it can. */
    Optional<Fit> tooFew(ModelKind kind, long people, String who) {
        return people >= leastPeople
                ? Optional.empty()
                : Optional.of(new NotFitted(kind, "needs " + leastPeople + " " + who + ", there are fewer"));
    }

    /** Makes a model; numbers that describe no model are a reason not to. Which numbers isn't said: they are exact. */
    static Fit attempt(ModelKind kind, Supplier<Fit> fit) {
        try {
            return fit.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new NotFitted(kind, "the numbers describe no such model");
        }
    }
}

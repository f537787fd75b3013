package dev.aisle.campaign.delivery.journeys.domain;

import dev.aisle.campaign.campaigns.domain.definition.Behaviour;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's way through one version of a campaign.
 *
 * @param id 0 before it is kept
 * @param version in which it was entered and is finished; 0 of a {@link State#STANDING} one
 * @param occasion what began it: the same occasion again is the same journey
 * @param productId what it is about; {@code null} when it is about none
 * @param consentVersion under which it began: a later refusal stops it, also after a new grant
 * @param step number of the program's line that comes next
 * @param seen what the person did since it began
 * @param dueAt when it goes on; {@code null} when it never does
 */
public record Journey(
        long id,
        String pseudonym,
        String campaign,
        int version,
        String occasion,
        @Nullable String productId,
        long consentVersion,
        State state,
        int step,
        Set<Behaviour> seen,
        @Nullable Instant dueAt,
        Instant enteredAt) {
    /** The occasion of what comes again and again by the clock. */
    public static final String STANDING = "standing";

    public Journey {
        seen = Set.copyOf(seen);
    }

    /** Whether somebody is still on the way. */
    public enum State {
        /** Begins a journey each time that the clock says so. */
        STANDING,
        WAITING,
        DONE,
        CANCELLED;

        /** The name in tables and answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One that begins. */
    public static Journey begun(
            String pseudonym, String reference, Begun begun, long consentVersion, Instant dueAt, Instant enteredAt) {
        int at = reference.lastIndexOf('@');
        return new Journey(
                0,
                pseudonym,
                reference.substring(0, at),
                Integer.parseInt(reference.substring(at + 1)),
                begun.occasion(),
                begun.productId(),
                consentVersion,
                State.WAITING,
                0,
                Set.of(),
                dueAt,
                enteredAt);
    }

    /** What began it. */
    public record Begun(String occasion, @Nullable String productId) {}

    /** The same further on. */
    public Journey at(int nextStep, Instant nextDue) {
        return new Journey(
                id,
                pseudonym,
                campaign,
                version,
                occasion,
                productId,
                consentVersion,
                state,
                nextStep,
                seen,
                nextDue,
                enteredAt);
    }

    /** The same at its end: it isn't about anything any more. */
    public Journey ended(State end) {
        return new Journey(
                id, pseudonym, campaign, version, occasion, null, consentVersion, end, step, seen, null, enteredAt);
    }

    /** The same, of something newer: the wait begins anew. */
    public Journey anew(@Nullable String product, Instant nextDue, Instant entered) {
        return new Journey(
                id,
                pseudonym,
                campaign,
                version,
                occasion,
                product,
                consentVersion,
                state,
                step,
                seen,
                nextDue,
                entered);
    }

    /** The same after the person did something. */
    public Journey after(Behaviour behaviour) {
        Set<Behaviour> all = EnumSet.of(behaviour);
        all.addAll(seen);
        return new Journey(
                id,
                pseudonym,
                campaign,
                version,
                occasion,
                productId,
                consentVersion,
                state,
                step,
                all,
                dueAt,
                enteredAt);
    }

    /** Whether it goes on some time. */
    public boolean isWaiting() {
        return state == State.WAITING;
    }

    /** {@code welcome@1}. */
    public String reference() {
        return campaign + "@" + version;
    }

    /** The id of the message that a step sends: the same step is the same message, however often it is tried. */
    public String messageId() {
        return "journey." + id + "." + step;
    }
}

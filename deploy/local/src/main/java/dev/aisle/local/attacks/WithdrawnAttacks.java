package dev.aisle.local.attacks;

import dev.aisle.contracts.DataMap;
import dev.aisle.local.attacks.Shoppers.Shopper;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.proof.StoredFiles;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Tuning;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for data of somebody who has taken every purpose back, when the term is over. */
final class WithdrawnAttacks {
    /** In a shop 30 days. */
    static final Duration TERM = Duration.ofSeconds(10);

    private static final Duration PATIENCE = TERM.plusSeconds(170);
    /** The time that the answer to a withdrawal adds to the term: services look twice a day, the archive once. */
    private static final Duration LOOK = Duration.ofDays(1);

    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final List<Part> KEEPING = List.of(Part.PROFILE, Part.RECOMMENDER, Part.CAMPAIGN);

    private WithdrawnAttacks() {}

    static List<Attack> all() {
        return List.of(new Attack(
                "withdrawn-and-kept",
                "When every purpose is withdrawn and the term is over, no service and no archive has the person's data",
                Attack.Order.FIRST,
                WithdrawnAttacks::kept));
    }

    /** The services with a term of seconds, and an event archive that writes at once. */
    static Map<Part, Tuning> tunings() {
        Tuning service = new Tuning(
                List.of(),
                Map.of(
                        "AISLE_WITHDRAWN_KEPT_FOR", TERM.toSeconds() + "s",
                        "AISLE_WITHDRAWN_CHECK_EVERY", "3s",
                        "AISLE_WITHDRAWN_FIRST_CHECK_AFTER", "3s"));
        Tuning ingest = new Tuning(
                List.of(),
                Map.of(
                        "AISLE_WITHDRAWN_KEPT_FOR", TERM.toSeconds() + "s",
                        "AISLE_ARCHIVE_FORGET_EVERY", "3s",
                        "AISLE_ARCHIVE_FLUSH_AFTER", "2s"));
        return Map.of(
                Part.INGEST, ingest,
                Part.PROFILE, service,
                Part.RECOMMENDER, service,
                Part.CAMPAIGN, service,
                Part.PRIVACY, service);
    }

    private static AttackResult kept(Target target) {
        Shopper asked = target.shoppers().who("asks-for-the-term", Shoppers.EVERYTHING);
        Duration term = term(withdraws(target, asked), Instant.now());
        return term.compareTo(PATIENCE) > 0 ? notWithin(term) : keptAfterTheTerm(target);
    }

    /** An answer that doesn't say until when data stays can't be judged: the attempt fails. */
    static Duration term(Reply withdrawal, Instant now) {
        return withdrawal
                .json()
                .path("stays")
                .valueStream()
                .filter(stay -> stay.path("why").asText().equals("term"))
                .map(stay -> Duration.between(
                                now, Instant.parse(stay.path("until").asText()))
                        .minus(LOOK))
                .max(Comparator.naturalOrder())
                .orElseThrow(
                        () -> new CommandFailure("The answer doesn't say until when data stays: " + withdrawal.body()));
    }

    static AttackResult notWithin(Duration term) {
        return AttackResult.notTried("on this stack data that no purpose holds is kept for " + term.toDays() + " d "
                + term.toHoursPart() + " h (aisle.withdrawn.kept-for); the command's own stack keeps it for "
                + TERM.toSeconds() + " s");
    }

    private static Reply withdraws(Target target, Shopper shopper) {
        Reply last = new Reply(0, "", Optional.empty(), Duration.ZERO);
        for (String purpose : Shoppers.EVERYTHING) {
            last = target.require(Storefront.withdraw(shopper.pseudonym(), purpose));
        }
        return last;
    }

    private static AttackResult keptAfterTheTerm(Target target) {
        Shopper shopper = target.shoppers().who("takes-back", Shoppers.EVERYTHING);
        target.shoppers().looksAt(shopper, "mug-1", "mug-2");
        target.shoppers().profile(shopper);
        target.require(Storefront.recommend(shopper.pseudonym(), 3));
        target.require(Storefront.decide("home", shopper.pseudonym(), List.of()));
        StoredFiles files = new StoredFiles(target.layout());
        Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> Optional.of(rows(target, shopper.pseudonym()))
                        .filter(rows -> KEEPING.stream()
                                        .allMatch(part -> rows.stream().anyMatch(row -> row.startsWith(part.label())))
                                && !files.archived(shopper.pseudonym()).isEmpty()),
                () -> "There is nothing to be deleted: " + rows(target, shopper.pseudonym()));

        Reply last = withdraws(target, shopper);
        Waiting.until(
                PATIENCE,
                BETWEEN,
                () -> left(target, files, shopper.pseudonym()).isEmpty() ? Optional.of(true) : Optional.empty());

        List<String> left = left(target, files, shopper.pseudonym());
        String says = Json.write(last.json().path("stays"));
        return left.isEmpty()
                ? AttackResult.held("three databases and the event archive, after a term of " + TERM.toSeconds()
                        + " s; the answer said what stays: " + says.length() + " characters")
                : AttackResult.of(left, "");
    }

    /** The archive is looked at when the tables are empty: reading it takes longer. */
    private static List<String> left(Target target, StoredFiles files, String pseudonym) {
        List<String> left = new ArrayList<>(rows(target, pseudonym));
        if (!left.isEmpty()) {
            return left;
        }
        files.archived(pseudonym).forEach(file -> left.add("the event archive: " + file));
        return left;
    }

    /** Rows of the person beyond bookkeeping: that an event was seen, that a pseudonym is an old one. */
    private static List<String> rows(Target target, String pseudonym) {
        List<String> rows = new ArrayList<>();
        try {
            for (Part part : KEEPING) {
                List<String> bookkeeping = DataMap.tablesOf(part.label()).stream()
                        .filter(place -> place.holding().getInternal())
                        .map(place -> part.label() + "." + place.holding().getTable() + ".")
                        .toList();
                Tables.naming(target, part, pseudonym).stream()
                        .filter(row -> bookkeeping.stream().noneMatch(row::startsWith))
                        .forEach(rows::add);
            }
        } catch (SQLException e) {
            throw new CommandFailure("A database can't be read: " + e.getMessage(), e);
        }
        return rows;
    }
}

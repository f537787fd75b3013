package dev.aisle.local.attacks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.local.attacks.Shoppers.Shopper;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.stack.Part;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Attacks of a database administrator on consents and on the audit log; each puts back what it changed. */
final class TamperAttacks {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN = Duration.ofMillis(300);
    private static final Duration SEQUENCED = Duration.ofSeconds(2);

    private TamperAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "rewritten-consent",
                        "A consent that was rewritten or put into the database is found by the verification",
                        Attack.Order.ALONE_AT_THE_END,
                        TamperAttacks::rewrittenConsent),
                new Attack(
                        "rewritten-audit-log",
                        "A changed entry of the audit log is found by the verification",
                        Attack.Order.ALONE_AT_THE_END,
                        TamperAttacks::rewrittenEntry));
    }

    private static AttackResult rewrittenConsent(Target target) throws SQLException {
        Shopper shopper = target.shoppers().who("rewritten", List.of("analytics"));
        target.shoppers().decide("customer_id:" + shopper.customer(), "marketing_email", "deny", Json.object());
        // Entries get their place each second; a verification before that would be one more.
        Waiting.pause(SEQUENCED);
        awaitValid(target);
        String where = " where status = '%s' and purpose = 'marketing_email' and version_id in (select id from"
                + " consent_version where pseudonym = '" + shopper.pseudonym() + "')";
        String rewrite = "update consent_statement set status = 'grant'" + String.format(where, "deny");
        String undo = "update consent_statement set status = 'deny'" + String.format(where, "grant");
        String person = "pseudonym = '" + shopper.pseudonym() + "' and version = 1000";
        List<Rewriting> rewritings = List.of(
                new Rewriting("a denial made a grant", rewrite, undo),
                new Rewriting(
                        "a grant put in under an id before all others",
                        "with planted as (insert into consent_version (id, pseudonym, version, changed_at, jurisdiction,"
                                + " notice_version, gpc, method, receipt_id) overriding system value select min(id) - 1, '"
                                + shopper.pseudonym() + "', 1000, now(), 'EU', '1', false, 'banner', gen_random_uuid()"
                                + " from consent_version returning id) insert into consent_statement (version_id,"
                                + " purpose, status, decided_at) select id, 'marketing_email', 'grant', now() from planted",
                        "with said as (delete from consent_statement where version_id in (select id from"
                                + " consent_version where " + person + ")) delete from consent_version where "
                                + person));
        return eachFound(target, rewritings);
    }

    private static AttackResult rewrittenEntry(Target target) throws SQLException {
        String last = " where leaf_index = (select max(leaf_index) from audit_leaf where event = 'consent.recorded')";
        String node = " where (completed_by, level) = (select completed_by, level from audit_node"
                + " order by completed_by desc, level limit 1)";
        String subject = "update audit_subject set pseudonym = reverse(pseudonym) where commitment ="
                + " (select max(subject) from audit_leaf" + last + ")";
        String hash = "update audit_node set hash = set_byte(hash, 0, get_byte(hash, 0) # 1)" + node;
        List<Rewriting> rewritings = List.of(
                new Rewriting(
                        "an entry edited",
                        "update audit_leaf set entry = replace(entry, '\"banner\"', '\"banter\"')" + last,
                        "update audit_leaf set entry = replace(entry, '\"banter\"', '\"banner\"')" + last),
                new Rewriting(
                        "an entry deleted",
                        "with gone as (delete from audit_leaf" + last
                                + " returning leaf_index, entry) insert into audit_leaf (leaf_index, entry)"
                                + " select leaf_index + 1000000, entry from gone",
                        "update audit_leaf set leaf_index = leaf_index - 1000000 where leaf_index >= 1000000"),
                new Rewriting("a node of the tree changed", hash, hash),
                new Rewriting("a subject exchanged", subject, subject));
        awaitValid(target);
        return eachFound(target, rewritings);
    }

    private static AttackResult eachFound(Target target, List<Rewriting> rewritings) throws SQLException {
        List<String> passed = new ArrayList<>();
        for (Rewriting rewriting : rewritings) {
            AttackResult one = found(target, rewriting);
            if (!one.held()) {
                passed.add(rewriting.what() + ": " + one.seen());
            }
        }
        return AttackResult.of(passed, rewritings.stream().map(Rewriting::what).collect(Collectors.joining(", ")));
    }

    /**
     * What an administrator changes.
     *
     * @param change a statement that changes rows, past triggers
     * @param undo   puts it back
     */
    private record Rewriting(String what, String change, String undo) {}

    /** Changes rows as an administrator can; then asks for the verification, and puts them back. */
    private static AttackResult found(Target target, Rewriting rewriting) throws SQLException {
        try (Connection database = target.administrator(Part.PRIVACY);
                Statement statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
            if (statement.executeUpdate(rewriting.change()) == 0) {
                return AttackResult.broken("the attempt changed no row");
            }
            JsonNode answer;
            try {
                answer = verification(target);
            } finally {
                statement.executeUpdate(rewriting.undo());
            }
            return answer.path("valid").asBoolean(true)
                    ? AttackResult.broken("the verification says " + answer)
                    : AttackResult.held(rewriting.what() + "; the verification names it: " + answer.path("findings"));
        }
    }

    private static JsonNode verification(Target target) {
        return target.require(Call.get(Part.PRIVACY, "/v1/audit/verify").as("auditor"))
                .json();
    }

    /** An attack on a log that is invalid already shows nothing. */
    private static void awaitValid(Target target) {
        Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> Optional.of(verification(target))
                        .filter(answer -> answer.path("valid").asBoolean()
                                && answer.path("pending").asInt() == 0),
                () -> "The audit log is not valid before the attack: " + verification(target));
    }
}

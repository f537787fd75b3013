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
import java.util.List;
import java.util.Optional;

/** Attacks of a database administrator on consents and on the audit log; each puts back what it changed. */
final class TamperAttacks {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(300);

    private TamperAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "rewritten-consent",
                        "A consent that was rewritten in the database is found by the verification",
                        TamperAttacks::rewrittenConsent),
                new Attack(
                        "rewritten-audit-log",
                        "A changed entry of the audit log is found by the verification",
                        TamperAttacks::rewrittenEntry));
    }

    private static AttackResult rewrittenConsent(Target target) throws SQLException {
        Shopper shopper = target.shoppers().who("rewritten", List.of("analytics"));
        target.shoppers().decide("customer_id:" + shopper.customer(), "marketing_email", "deny", Json.object());
        awaitValid(target);
        String where = " where status = '%s' and purpose = 'marketing_email' and version_id in (select id from"
                + " consent_version where pseudonym = '" + shopper.pseudonym() + "')";
        String rewrite = "update consent_statement set status = 'grant'" + String.format(where, "deny");
        String undo = "update consent_statement set status = 'deny'" + String.format(where, "grant");
        return found(target, rewrite, undo);
    }

    private static AttackResult rewrittenEntry(Target target) throws SQLException {
        target.shoppers().who("audited", List.of("analytics"));
        awaitValid(target);
        String last = " where leaf_index = (select max(leaf_index) from audit_leaf where event = 'consent.recorded')";
        return found(
                target,
                "update audit_leaf set entry = replace(entry, '\"banner\"', '\"banter\"')" + last,
                "update audit_leaf set entry = replace(entry, '\"banter\"', '\"banner\"')" + last);
    }

    /** Changes rows as an administrator can, past triggers; then asks for the verification, and puts them back. */
    private static AttackResult found(Target target, String rewrite, String undo) throws SQLException {
        try (Connection database = target.administrator(Part.PRIVACY);
                Statement statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
            int changed = statement.executeUpdate(rewrite);
            if (changed == 0) {
                return AttackResult.broken("the attempt changed no row");
            }
            JsonNode answer = verification(target);
            statement.executeUpdate(undo);
            return answer.path("valid").asBoolean(true)
                    ? AttackResult.broken(changed + " row rewritten, and the verification says: " + answer)
                    : AttackResult.held(
                            changed + " row rewritten; the verification names it: " + answer.path("findings"));
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

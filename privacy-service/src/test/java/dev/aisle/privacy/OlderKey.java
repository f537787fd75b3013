package dev.aisle.privacy;

import dev.aisle.algorithms.privacy.IdentifierType;
import dev.aisle.algorithms.privacy.PseudonymKey;
import dev.aisle.algorithms.privacy.Pseudonymizer;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.PseudonymClaim;
import dev.aisle.testing.TestRecords;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** People as they were known before the key was changed. */
final class OlderKey {
    private OlderKey() {}

    /** A customer with the pseudonym of then and the one of now. */
    record Customer(String id, String before, String now) {
        String reference() {
            return "customer_id:" + id;
        }
    }

    static Customer customer() {
        String id = UUID.randomUUID().toString();
        return new Customer(
                id,
                older().of(IdentifierType.CUSTOMER_ID, id).value(),
                active().of(IdentifierType.CUSTOMER_ID, id).value());
    }

    private static Pseudonymizer older() {
        String previous = ConfigProvider.getConfig().getValue("aisle.pseudonym.previous-keys", String.class);
        return new Pseudonymizer(PseudonymKey.ofHex("old", previous.substring(4)), "shop");
    }

    private static Pseudonymizer active() {
        String key = ConfigProvider.getConfig().getValue("aisle.pseudonym.key", String.class);
        return new Pseudonymizer(PseudonymKey.ofHex("test", key), "shop");
    }

    /** What the door writes when it sees somebody who is known under the older key only. */
    static void claim(String before, String now) {
        PseudonymClaim claim = PseudonymClaim.newBuilder()
                .setOldPseudonym(before)
                .setNewPseudonym(now)
                .build();
        TestRecords.write(Topic.PSEUDONYM_CLAIMS, before, claim.toByteArray());
    }
}

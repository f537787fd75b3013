package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.asks;
import static dev.aisle.campaign.Storefront.eventually;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The pseudonym key is changed: what campaigns know of a person goes with the person. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class PseudonymRotationIT {
    @Inject
    Shoppers shoppers;

    @Test
    void whatThePersonBoughtStandsUnderTheNewPseudonymAndLateEventsOfTheOldReachIt() {
        Shopper before = shoppers.treated("cross-sell");
        before.does(EventType.PURCHASE, "milk");
        eventually().untilAsserted(() -> asks("home", before).body("items[0].title", containsString("|milk|")));

        Shopper now = shoppers.treated("cross-sell");
        TestRecords.write(Topic.CONSENTS, before.pseudonym(), moved(before, now).toByteArray());
        eventually()
                .untilAsserted(() -> asks("home", now)
                        .body("campaign.id", equalTo("cross-sell"))
                        .body("items[0].title", containsString("|milk|")));
        before.writes(before.event(EventType.PRODUCT_VIEW, "bread"));

        eventually().untilAsserted(() -> asks("home", now).body("items[0].title", containsString("bread")));
    }

    private static ConsentState moved(Shopper before, Shopper now) {
        return ConsentState.newBuilder()
                .setPseudonym(before.pseudonym())
                .setVersion(2)
                .setSuccessor(now.pseudonym())
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.PERSONALIZATION)
                        .setStatus(ConsentStatus.GRANTED))
                .build();
    }
}

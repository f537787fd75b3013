package dev.aisle.recommender.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.recommender.Written;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pseudonym key is changed: what a person did goes with the person. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class PseudonymRotationIT {
    @Inject
    InteractionRepository interactions;

    @Test
    void theHistoryStandsUnderTheNewPseudonymAndLateEventsOfTheOldReachIt() {
        String before = Written.willingPerson();
        Written.viewed(before, "tea");
        await().until(() -> productsOf(before).equals(List.of("tea")));

        String now = Written.person();
        Written.consent(now, 1, ConsentStatus.GRANTED, 0, now, before);
        TestRecords.write(Topic.CONSENTS, before, moved(before, now).toByteArray());
        await().until(() -> productsOf(now).equals(List.of("tea")));
        Written.viewed(before, "ice");

        await().until(() -> productsOf(now).equals(List.of("ice", "tea")));
        assertThat(productsOf(before)).isEmpty();
    }

    private static ConsentState moved(String before, String now) {
        ConsentState.Builder state =
                ConsentState.newBuilder().setPseudonym(before).setVersion(2).setSuccessor(now);
        for (Purpose purpose : List.of(Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING)) {
            state.addDecisions(PurposeDecision.newBuilder().setPurpose(purpose).setStatus(ConsentStatus.GRANTED));
        }
        return state.build();
    }

    private List<String> productsOf(String person) {
        return interactions.historyOf(person, 0, 10).stream()
                .map(PastInteraction::productId)
                .toList();
    }
}

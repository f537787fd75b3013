package dev.aisle.profile.segments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.people.usecase.PersonVersions;
import dev.aisle.profile.segments.members.MemberRepository;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first event of somebody comes while the first consent is looked at. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class FirstVisitIT {
    @Inject
    PersonVersions versions;

    @Inject
    MemberRepository members;

    @Test
    void whoWasUnknownWhenTheLookBeganStaysInTheSegmentsOfTheFirstEvent() {
        Shopper shopper = Shopper.consenting();
        List<String> asked = List.of(shopper.pseudonym());

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(versions.raise(asked)).isEmpty();
            shopper.does(EventType.SEARCH, "x");
            Memberships.awaitMember("new-visitor", shopper);
            members.removeOfUnknown(asked);
        });

        assertThat(Marketer.members("new-visitor")).contains(shopper.pseudonym());
    }

    @Test
    void ofWhomNothingIsKnownIsInNoSegment() {
        String nobody = Shopper.unknown().pseudonym();

        QuarkusTransaction.requiringNew().run(() -> {
            members.add(List.of(new MemberRepository.Member("new-visitor", nobody, 1, Instant.now())));
            members.removeOfUnknown(List.of(nobody));
            assertThat(members.of(List.of(nobody))).isEqualTo(Map.of());
        });
    }
}

package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.aisle.campaign.experiments.domain.Assigned;
import dev.aisle.campaign.experiments.domain.Links;
import dev.aisle.campaign.experiments.metrics.MetricDefinitions;
import dev.aisle.campaign.experiments.store.ExposureRepository;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.ingest.v1.PersonLink;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person browses without a name and logs in on two devices: one variation. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class IdentityMergeIT {
    @Inject
    MetricDefinitions metrics;

    @Inject
    Grants grants;

    @Inject
    Links links;

    @Inject
    ExposureRepository exposures;

    @Inject
    AgroalDataSource database;

    private ExperimentApi one;

    @BeforeEach
    void start() {
        one = new ExperimentApi(
                "m-" + UUID.randomUUID(), metrics.ids().iterator().next());
        one.run("");
    }

    /** Somebody whom the hash alone puts into a variation; nothing is kept of those who were only tried. */
    private Shopper hashedInto(String variation) {
        Shopper shopper = Stream.generate(Shopper::unknown)
                .filter(unknown -> one.variant(unknown).equals(variation))
                .findFirst()
                .orElseThrow();
        grants.says(shopper, 1, Purpose.ANALYTICS, Purpose.PERSONALIZATION);
        return shopper;
    }

    private void link(Shopper browser, Shopper customer) {
        PersonLink link = PersonLink.newBuilder()
                .setAnonymousPseudonym(browser.pseudonym())
                .setKnownPseudonym(customer.pseudonym())
                .setLinkedAt(Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond()))
                .build();
        TestRecords.write(Topic.PERSON_LINKS, browser.pseudonym(), link.toByteArray());
        eventually().until(() -> links.customerOf(browser.pseudonym()).isPresent());
    }

    private int counted() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select count(*) from experiment_exposure where experiment_id = ? and not merged and not mixed")) {
            select.setString(1, one.id());
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    @Test
    void theVariationOfTheFirstBrowserStaysOverLogInsOnTwoDevices() throws SQLException {
        Shopper phone = hashedInto("blue");
        Shopper laptop = hashedInto("control");
        Shopper customer = hashedInto("control");
        assertThat(one.variant(phone)).isEqualTo("blue");

        link(phone, customer);
        assertThat(one.variant(customer)).isEqualTo("blue");
        link(laptop, customer);

        assertThat(one.variant(laptop)).isEqualTo("blue");
        assertThat(one.variant(phone)).isEqualTo("blue");
        assertThat(one.variant(customer)).isEqualTo("blue");
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void theCustomersOwnVariationGoesBeforeThoseOfBrowsers() {
        Shopper customer = hashedInto("control");
        Shopper phone = hashedInto("blue");
        assertThat(one.variant(phone)).isEqualTo("blue");
        assertThat(one.variant(customer)).isEqualTo("control");

        link(phone, customer);

        assertThat(one.variant(customer)).isEqualTo("control");
        assertThat(one.variant(phone)).isEqualTo("control");
    }

    @Test
    void aChangedKeyTakesTheVariationAlong() {
        Shopper before = hashedInto("blue");
        Shopper now = hashedInto("control");
        one.variant(before);
        ConsentState moved = ConsentState.newBuilder()
                .setPseudonym(before.pseudonym())
                .setVersion(2)
                .setSuccessor(now.pseudonym())
                .build();
        TestRecords.write(Topic.CONSENTS, before.pseudonym(), moved.toByteArray());
        eventually()
                .untilAsserted(() -> assertThat(exposures.of(List.of(now.pseudonym())))
                        .extracting(Assigned::variation)
                        .containsExactly("blue"));

        assertThat(one.variant(now)).isEqualTo("blue");
    }

    @Test
    void whatAnErasedPersonSawIsGone() throws SQLException {
        Shopper shopper = hashedInto("blue");
        one.variant(shopper);
        assertThat(counted()).isEqualTo(1);

        shopper.asksForErasure();

        eventually().untilAsserted(() -> assertThat(counted()).isZero());
    }
}

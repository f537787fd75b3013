package dev.aisle.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.campaign.campaigns.usecase.RunningCampaigns;
import dev.aisle.campaign.experiments.flags.domain.FlagSet;
import dev.aisle.campaign.experiments.flags.usecase.FlagCatalogue;
import dev.aisle.campaign.experiments.metrics.MetricDefinitions;
import dev.aisle.campaign.experiments.store.ExposureRepository;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.storage.DatabaseWentBack;
import dev.aisle.platform.storage.DatabaseWentBack.Sign;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nothing that is held in memory outlives a database that went back. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class HeldRowsIT {
    @Inject
    MetricDefinitions metrics;

    @Inject
    Grants grants;

    @Inject
    ExposureRepository exposures;

    @Inject
    FlagCatalogue flags;

    @Inject
    RunningCampaigns campaigns;

    @Inject
    AgroalDataSource database;

    @Inject
    Event<DatabaseWentBack> event;

    @Test
    void whatWasSeenIsWrittenAgainWhenItsRowIsLost() throws SQLException {
        ExperimentApi one = new ExperimentApi(
                "w-" + UUID.randomUUID(), metrics.ids().iterator().next());
        one.run("");
        Shopper shopper = grants.somebody(Purpose.ANALYTICS);
        one.variant(shopper);
        assertThat(exposures.of(List.of(shopper.pseudonym()))).hasSize(1);

        lose(shopper);
        wentBack();
        one.variant(shopper);

        assertThat(exposures.of(List.of(shopper.pseudonym()))).hasSize(1);
    }

    @Test
    void flagsAndCampaignsAreReadAnewSinceTheirStampMayComeAgain() {
        flags.now();
        RunningCampaigns.Running before = running();
        assertThat(running()).isSameAs(before);
        flags.look();
        assertThat(flags.look()).isFalse();
        FlagSet known = flags.now();

        wentBack();

        // The service looks every second by itself.
        assertThat(flags.now()).isNotSameAs(known);
        assertThat(running()).isNotSameAs(before);
    }

    private RunningCampaigns.Running running() {
        return QuarkusTransaction.requiringNew().call(campaigns::stamped);
    }

    private void wentBack() {
        event.fire(new DatabaseWentBack(Sign.ROW, "a test"));
    }

    private void lose(Shopper shopper) throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from experiment_exposure where pseudonym = ?")) {
            delete.setString(1, shopper.pseudonym());
            delete.executeUpdate();
        }
    }
}

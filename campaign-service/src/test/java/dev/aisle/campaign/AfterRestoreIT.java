package dev.aisle.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.platform.provisioning.AfterRestore;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a database needs that comes out of a backup, before campaign-service sends from it. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class AfterRestoreIT extends JourneyScene {
    private final String campaign = "restored-" + UUID.randomUUID();

    private String message(String state) {
        return """
            insert into message (id, pseudonym, channel, purpose, consent_version, campaign_id, campaign_version, variation, not_after, state,
                                 next_at, queued_at, changed_at)
                values ('%1$s-%2$s', 'p-%2$s', 'email', 'marketing_email', 1, '%1$s', 1, 'only', now() + interval '1 day', '%2$s',
                        now() + interval '1 day', now(), now())
            """.formatted(campaign, state);
    }

    private String journey(String person, String due) {
        return """
            insert into journey (pseudonym, campaign_id, campaign_version, occasion, consent_version, state, step, seen, due_at, entered_at, changed_at)
                values ('%1$s', '%2$s', 1, 'once', 1, 'waiting', 0, '', now() + interval '%3$s', now(), now())
            """.formatted(person, campaign, due);
    }

    private void backup() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String state : new String[] {"queued", "handed_over", "sent", "failed"}) {
                statement.execute(message(state));
            }
            statement.execute(journey("p-late", "-1 hour"));
            statement.execute(journey("p-early", "1 hour"));
        }
    }

    private boolean after(String restore) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return AfterRestore.once(connection, restore);
        }
    }

    private String states() throws SQLException {
        return String.join(
                " ",
                all(
                        "select replace(id, '%1$s-', '') || '=' || state from message where campaign_id = '%1$s' order by id"
                                .formatted(campaign)));
    }

    private String journeys() throws SQLException {
        return String.join(
                " ",
                all("select pseudonym || '=' || state from journey where campaign_id = '%s' order by pseudonym"
                        .formatted(campaign)));
    }

    @Test
    void whatWaitedAtTheBackupGoesNotOutByItselfAndLateTimersEnd() throws Exception {
        backup();

        assertThat(after(campaign)).isTrue();

        assertThat(states()).isEqualTo("failed=failed handed_over=in_doubt queued=in_doubt sent=sent");
        assertThat(journeys()).isEqualTo("p-early=waiting p-late=done");
    }

    /** The job may run again with each upgrade: what was queued after the restore must go out. */
    @Test
    void aRestoreHasItsEffectOnce() throws Exception {
        assertThat(after(campaign)).isTrue();
        backup();

        assertThat(after(campaign)).isFalse();

        assertThat(states()).contains("queued=queued");
        assertThat(journeys()).contains("p-late=waiting");
    }
}

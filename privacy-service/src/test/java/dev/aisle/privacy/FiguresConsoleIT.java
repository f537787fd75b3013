package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Figures of consents: what is drawn over days keeps to the threshold of counts. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class FiguresConsoleIT {
    private static final String CONSENTS = "/console/privacy/consents";

    @Inject
    AgroalDataSource dataSource;

    private Set<String> told() throws SQLException {
        Set<String> told = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select question from told_count where dataset = 'consents'")) {
            while (rows.next()) {
                told.add(rows.getString(1));
            }
        }
        return told;
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void figuresAreTakenThroughTheGuardAndDrawnOverDays() throws SQLException {
        Set<String> before = told();
        Crowd.add(dataSource, "FG", "grant", 25);
        run("insert into consent_figure select (now() at time zone 'UTC')::date - n, 'analytics', s, 40 + n, now() from"
                + " generate_series(1, 5) n, unnest(array['grant', 'deny']) s on conflict do nothing");
        ConsoleSession officer = ConsoleSession.as("privacy-officer");
        officer.get(CONSENTS);
        try {
            HttpResponse<String> page = officer.post(CONSENTS, Map.of());

            assertThat(page.statusCode()).isEqualTo(200);
            ConsolePages.fit("figures", page, "en");
            assertThat(page.body()).contains("Counted.", "under 20").doesNotContain("privacy_", "100%");
            HttpResponse<String> chart = officer.get(CONSENTS + "?purpose=analytics");
            assertThat(chart.body()).contains("data-chart=\"consents\"", "\"series\"");
            ConsolePages.fit("a chart", chart, "en");
            assertThat(officer.get(CONSENTS + "/figures.csv").body())
                    .startsWith("day,purpose,status,people")
                    .contains("analytics,grant,41");
            assertThat(officer.get(CONSENTS + "?purpose=%3Cscript%3E").body()).doesNotContain("<script>");
        } finally {
            // The guard remembers what was told; other tests must find it as it was.
            for (String question : told()) {
                if (!before.contains(question)) {
                    run("delete from told_count where dataset = 'consents' and question = '" + question + "'");
                }
            }
            run("delete from consent_figure");
        }
    }

    @Test
    void beforeTheFirstCountThePageSaysSo() throws SQLException {
        run("delete from consent_figure");

        assertThat(ConsoleSession.as("privacy-officer").get(CONSENTS).body()).contains("Nothing was counted yet");
    }
}

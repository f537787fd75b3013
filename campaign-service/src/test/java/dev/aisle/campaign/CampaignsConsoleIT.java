package dev.aisle.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class CampaignsConsoleIT {
    private static final String CAMPAIGNS = "/console/campaigns";

    @Test
    void marketersAndAnalystsSeeThePagesAndNobodyElse() {
        ConsolePages.seenBy(Set.of("marketer", "analyst"), CAMPAIGNS, CAMPAIGNS + "?state=draft&q=nothing");
    }

    @Test
    void everyWordIsThereInBothLanguages() {
        ConsolePages.wordsAreWhole("campaigns");
    }

    @Test
    void aScriptInANameIsShownAsText() {
        CampaignApi campaign = new CampaignApi("console-script");
        String definition = campaign.definition("There").replace("\"Spring\"", "\"<script>alert(1)</script>\"");
        campaign.save("anna", definition, null).statusCode(201);

        String page = ConsoleSession.as("marketer")
                .get(CAMPAIGNS + "?q=%3Cscript%3E&state=draft")
                .body();

        assertThat(page)
                .contains("console-script")
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }
}

package dev.aisle.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.platform.console.Language;
import dev.aisle.platform.console.Words;
import dev.aisle.privacy.shared.datamap.DataPlace;
import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What all pages of the area of privacy promise. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class PrivacyConsoleIT {
    private static final String ROOT = "/console/privacy";
    private static final String NOBODY = "p1.test.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final List<String> PAGES = List.of(
            "",
            "/consents",
            "/people",
            "/requests",
            "/requests/new",
            "/holds",
            "/notices",
            "/notices/new",
            "/rules",
            "/audit",
            "/audit/checks",
            "/data-map",
            "/retention",
            "/enforcement",
            "/breach");

    @Test
    void officersAndAuditorsLook() {
        ConsolePages.seenBy(
                Set.of("privacy-officer", "auditor"),
                ROOT,
                ROOT + "/notices",
                ROOT + "/rules?place=US-CA&age=teen&gpc=true",
                ROOT + "/audit",
                ROOT + "/audit/checks",
                ROOT + "/data-map",
                ROOT + "/retention",
                ROOT + "/enforcement");
    }

    @Test
    void onlyOfficersAct() {
        ConsolePages.seenBy(
                Set.of("privacy-officer"),
                ROOT + "/consents",
                ROOT + "/people",
                ROOT + "/people/" + NOBODY,
                ROOT + "/requests",
                ROOT + "/requests?ended=1&type=erasure",
                ROOT + "/requests/new?subject=" + NOBODY,
                ROOT + "/holds",
                ROOT + "/notices/new",
                ROOT + "/breach");
    }

    @Test
    void everyWordIsThereInBothLanguages() {
        ConsolePages.wordsAreWhole("privacy");
    }

    @Test
    void aWordThatIsChosenByAValueIsThereToo() {
        for (String language : new String[] {"en", "zh"}) {
            ConsoleSession officer =
                    ConsoleSession.as("privacy-officer", "auditor").preferring(language);
            for (String path : PAGES) {
                assertThat(officer.get(ROOT + path).body())
                        .as(path + " " + language)
                        .doesNotContain("privacy_");
            }
        }
    }

    @Test
    void anAuditorIsNotLedWhereOnlyOfficersMayGo() {
        String page = ConsoleSession.as("auditor").get(ROOT).body();

        assertThat(page)
                .contains("href=\"/console/privacy/audit\"")
                .doesNotContain("href=\"/console/privacy/people\"")
                .doesNotContain("href=\"/console/privacy/requests\"");
    }

    @Test
    void theTableOfRulesSaysWhyItDecides() {
        ConsoleSession auditor = ConsoleSession.as("auditor");

        assertThat(auditor.get(ROOT + "/rules?place=EU").body()).contains("silence counts as no there");
        assertThat(auditor.get(ROOT + "/rules?place=US-CA").body()).contains("silence counts as yes there");
        assertThat(auditor.get(ROOT + "/rules?place=US-CA&gpc=true").body())
                .contains("the browser sends Global Privacy Control");
        assertThat(auditor.get(ROOT + "/rules?place=%3Cscript%3E&age=%00").body())
                .doesNotContain("<script>");
    }

    @Test
    void theDataMapIsAFileToo() {
        HttpResponse<String> file = ConsoleSession.as("auditor").get(ROOT + "/data-map/map.csv");

        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.body())
                .startsWith("service,kind,name,what,source,field,purposes")
                .contains("vault_trait");
    }

    @Test
    void aServiceThatDoesNotTellItsRetentionIsNamed() {
        String page = ConsoleSession.as("auditor").get(ROOT + "/retention").body();

        assertThat(page).contains("profile-service").contains("This service doesn’t tell now");
        assertThat(page).contains("privacy-service").contains("<code>");
        assertThat(ConsoleSession.as("auditor")
                        .preferring("zh")
                        .get(ROOT + "/retention")
                        .body())
                .containsPattern("\\p{IsHan}<br><small><code>");
    }

    @Test
    void whatIsHeldHasANameInBothLanguages() {
        for (Language language : Language.values()) {
            assertThat(DataPlace.all())
                    .allSatisfy(place -> assertThat(Words.in(language).texts())
                            .containsKey("privacy_section_" + place.what().replace(' ', '_')));
        }
        assertThat(ConsoleSession.as("auditor")
                        .preferring("zh")
                        .get(ROOT + "/data-map")
                        .body())
                .contains("未回答的问题", "直至删除此人");
    }
}

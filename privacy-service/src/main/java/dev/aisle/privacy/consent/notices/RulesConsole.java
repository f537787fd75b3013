package dev.aisle.privacy.consent.notices;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.ConsentDecision;
import dev.aisle.algorithms.privacy.ConsentQuestion;
import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.consent.notices.Notices.PurposeView;
import dev.aisle.privacy.consent.versions.StatementNames;
import dev.aisle.privacy.shared.edge.PrivacyTabs;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Page;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Tab;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The purposes, and what the table of rules decides for somebody who lives somewhere, is so old and has said something. */
@Path("/console/privacy/rules")
@RunOnVirtualThread
@RolesAllowed({Role.PRIVACY_OFFICER, Role.AUDITOR})
public class RulesConsole {
    /** What somebody can have said, as the columns of the table. */
    private static final List<ExplicitStatus> SAID = List.of(
            ExplicitStatus.NONE,
            ExplicitStatus.GRANT,
            ExplicitStatus.DENY,
            ExplicitStatus.WITHDRAWN,
            ExplicitStatus.EXPIRED);

    private static final String ELSEWHERE = "elsewhere";

    private final Console console;
    private final PrivacyTabs tabs;
    private final ConsentRules rules;

    RulesConsole(Console console, PrivacyTabs tabs, ConsentRules rules) {
        this.console = console;
        this.tabs = tabs;
        this.rules = rules;
    }

    /** What is decided in one case. */
    record Cell(ConsentDecision decision) {
        public String reasonKey() {
            return "privacy_reason_" + decision.reason().wireName();
        }
    }

    /** A purpose, in the words of others, and what is decided by what was said. */
    record Row(String purpose, PurposeView others, List<Cell> cells) {
        public String purposeKey() {
            return "privacy_purpose_" + purpose;
        }

        public String tcf() {
            return String.join(" ", others.tcf().stream().map(String::valueOf).toList());
        }

        public String gpp() {
            return String.join(" ", others.gpp());
        }

        public String google() {
            return String.join(" ", others.googleConsentMode());
        }
    }

    /** The case that was chosen and its table. */
    record Table(
            String place,
            String age,
            boolean gpc,
            List<String> places,
            List<String> saidKeys,
            List<Row> rows,
            String fingerprint) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance rules(List<Tab> tabs, Table table);
    }

    @GET
    public Response rules(@RestQuery @Nullable String place, @RestQuery @Nullable String age, @RestQuery boolean gpc) {
        List<String> places = places();
        String where = place != null && places.contains(place) ? place : "EU";
        AgeBand band = age == null ? AgeBand.ADULT : AgeBand.ofWireName(age);
        String jurisdiction = where.equals(ELSEWHERE) ? "" : where;
        List<Row> rows = Arrays.stream(Purpose.values())
                .map(purpose -> new Row(
                        purpose.wireName(),
                        PurposeView.of(purpose, rules),
                        SAID.stream()
                                .map(said -> decided(jurisdiction, band, purpose, said, gpc))
                                .toList()))
                .toList();
        Table table = new Table(
                where,
                band.wireName(),
                gpc,
                places,
                SAID.stream().map(StatementNames::statusKey).toList(),
                rows,
                rules.fingerprint());
        return console.page("privacy_rules_title", Templates.rules(tabs.at(Page.RULES), table));
    }

    private List<String> places() {
        TreeSet<String> named = new TreeSet<>(rules.jurisdictions());
        named.remove("*");
        List<String> places = new java.util.ArrayList<>(named);
        places.add(ELSEWHERE);
        return List.copyOf(places);
    }

    private Cell decided(String place, AgeBand age, Purpose purpose, ExplicitStatus said, boolean gpc) {
        return new Cell(rules.decide(
                new ConsentQuestion(place, age, purpose, said, gpc, Optional.empty(), GppSignal.ABSENT, false)));
    }

    /** The table as a file. */
    @GET
    @Path("/table")
    public Response table() {
        return Response.ok(rules.text(), "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"consent-rules.csv\"")
                .build();
    }
}

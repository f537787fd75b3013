package dev.aisle.privacy.rights.retention;

import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.retention.Retention.Kept;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.rights.retention.RetentionOfAll.OfService;
import dev.aisle.privacy.shared.datamap.DataPlace;
import dev.aisle.privacy.shared.edge.PrivacyTabs;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Page;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Tab;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How long every service keeps rows of persons, and when it last removed those whose time was over. */
@Path("/console/privacy/retention")
@RunOnVirtualThread
@RolesAllowed({Role.PRIVACY_OFFICER, Role.AUDITOR})
public class RetentionConsole {
    private final Console console;
    private final PrivacyTabs tabs;
    private final RetentionOfAll retentionOfAll;
    private final AccessTokenCredential token;

    RetentionConsole(Console console, PrivacyTabs tabs, RetentionOfAll retentionOfAll, AccessTokenCredential token) {
        this.console = console;
        this.tabs = tabs;
        this.retentionOfAll = retentionOfAll;
        this.token = token;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance retention(List<Tab> tabs, List<OfService> services, Map<String, String> held);
    }

    @GET
    public Response retention() {
        return console.page("privacy_retention_title", Templates.retention(tabs.at(Page.RETENTION), all(), held()));
    }

    /** What the tables hold, as the data map calls it: by service and name. */
    private static Map<String, String> held() {
        return DataPlace.all().stream()
                .collect(Collectors.toMap(
                        place -> place.service() + "/" + place.name(), DataPlace::what, (one, other) -> one));
    }

    private List<OfService> all() {
        return retentionOfAll.ask(token.getToken());
    }

    /** One line for each table. */
    @GET
    @Path("/runs.csv")
    public Response csv() {
        Csv csv = Csv.of("service", "table", "aged_by", "period", "last_run", "removed", "removed_total");
        for (OfService one : all()) {
            for (Kept kept : Objects.requireNonNullElse(one.tables(), List.<Kept>of())) {
                csv.row(
                        one.service(),
                        kept.table(),
                        kept.agedBy(),
                        kept.period(),
                        kept.lastRun(),
                        kept.removed(),
                        kept.removedTotal());
            }
        }
        return csv.download("retention");
    }
}

package dev.aisle.privacy.consent.enforcement;

import dev.aisle.platform.console.Console;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.consent.enforcement.WhoEnforces.Lately;
import dev.aisle.privacy.consent.enforcement.WhoEnforces.OfService;
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
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who keeps to the consents now, and how long it takes until a withdrawal is in force everywhere. */
@Path("/console/privacy/enforcement")
@RunOnVirtualThread
@RolesAllowed({Role.PRIVACY_OFFICER, Role.AUDITOR})
public class EnforcementConsole {
    private final Console console;
    private final PrivacyTabs tabs;
    private final WhoEnforces whoEnforces;

    EnforcementConsole(Console console, PrivacyTabs tabs, WhoEnforces whoEnforces) {
        this.console = console;
        this.tabs = tabs;
        this.whoEnforces = whoEnforces;
    }

    /** What the page shows. */
    record Shown(List<OfService> services, Lately lately) {
        /** The services of which nobody is there. */
        public List<String> absent() {
            return services.stream()
                    .filter(one -> one.processes().isEmpty())
                    .map(OfService::service)
                    .toList();
        }

        public @Nullable Long medianMillis() {
            return millis(lately.median());
        }

        public @Nullable Long slowestMillis() {
            return millis(lately.slowest());
        }

        private static @Nullable Long millis(@Nullable Duration span) {
            return span == null ? null : span.toMillis();
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance enforcement(List<Tab> tabs, Shown shown);
    }

    @GET
    public Response enforcement() {
        Shown shown = new Shown(whoEnforces.now(), whoEnforces.lately());
        return console.page("privacy_enforcement_title", Templates.enforcement(tabs.at(Page.ENFORCEMENT), shown));
    }
}

package dev.aisle.privacy.shared.edge;

import dev.aisle.platform.console.Console;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** The pages of the console's area of privacy, as far as somebody may see them. */
@ApplicationScoped
public class PrivacyTabs {
    /** Where the area is. */
    public static final String ROOT = "/console/privacy";

    private final Console console;

    PrivacyTabs(Console console) {
        this.console = console;
    }

    /** A page that others lead to. */
    public enum Page {
        OVERVIEW("", true),
        CONSENTS("/consents", false),
        PEOPLE("/people", false),
        REQUESTS("/requests", false),
        NOTICES("/notices", true),
        RULES("/rules", true),
        AUDIT("/audit", true),
        DATA_MAP("/data-map", true),
        RETENTION("/retention", true),
        ENFORCEMENT("/enforcement", true),
        BREACH("/breach", false);

        private final String path;
        private final boolean forAuditors;

        Page(String path, boolean forAuditors) {
            this.path = path;
            this.forAuditors = forAuditors;
        }

        /** Its whole path. */
        public String path() {
            return ROOT + path;
        }
    }

    /** A tab: the key of its name, where it leads, whether one is there. */
    @TemplateData
    public record Tab(String key, String path, boolean current) {}

    /** The tabs of whoever is signed in, seen from a page. */
    public List<Tab> at(Page here) {
        boolean officer = officer();
        return Arrays.stream(Page.values())
                .filter(page -> officer || page.forAuditors)
                .map(page -> new Tab(
                        "privacy_tab_" + page.name().toLowerCase(java.util.Locale.ROOT), page.path(), page == here))
                .toList();
    }

    /** Whether a privacy officer is signed in, who may act; an auditor only looks. */
    public boolean officer() {
        return console.may(Role.PRIVACY_OFFICER);
    }
}

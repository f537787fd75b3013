package dev.aisle.privacy.shared.datamap;

import dev.aisle.platform.console.Choice;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.security.Role;
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
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The record of processing: where data of persons lies, for what, how long. */
@Path("/console/privacy/data-map")
@RunOnVirtualThread
@RolesAllowed({Role.PRIVACY_OFFICER, Role.AUDITOR})
public class DataMapConsole {
    private final Console console;
    private final PrivacyTabs tabs;

    DataMapConsole(Console console, PrivacyTabs tabs) {
        this.console = console;
        this.tabs = tabs;
    }

    /** What was chosen and what there is. */
    record Shown(
            List<DataPlace> places,
            List<Choice> services,
            List<Choice> purposes,
            @Nullable String service,
            int fields) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance map(List<Tab> tabs, Shown map);
    }

    @GET
    public Response map(@RestQuery @Nullable String service, @RestQuery @Nullable String purpose) {
        List<DataPlace> all = DataPlace.all().stream()
                .sorted(Comparator.comparing(DataPlace::service))
                .toList();
        TreeSet<String> services = all.stream().map(DataPlace::service).collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> purposes = all.stream()
                .flatMap(place -> place.fields().stream())
                .flatMap(field -> field.purposes().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        String ofService = service != null && services.contains(service) ? service : "";
        String ofPurpose = purpose != null && purposes.contains(purpose) ? purpose : "";
        List<DataPlace> places = all.stream()
                .filter(place -> ofService.isEmpty() || place.service().equals(ofService))
                .filter(place -> ofPurpose.isEmpty()
                        || place.fields().stream()
                                .anyMatch(field -> field.purposes().contains(ofPurpose)))
                .toList();
        Shown map = new Shown(
                places,
                Choice.plain(services, ofService),
                Choice.said(console.words(), "privacy_purpose_", purposes, ofPurpose),
                ofService,
                places.stream().mapToInt(place -> place.fields().size()).sum());
        return console.page("privacy_map_title", Templates.map(tabs.at(Page.DATA_MAP), map));
    }

    /** One line for each field. */
    @GET
    @Path("/map.csv")
    public Response csv() {
        Csv csv = Csv.of(
                "service",
                "kind",
                "name",
                "what",
                "source",
                "field",
                "purposes",
                "retention",
                "outlives_erasure",
                "read_by");
        DataPlace.all()
                .forEach(place -> place.fields()
                        .forEach(field -> csv.row(
                                place.service(),
                                place.kind(),
                                place.name(),
                                place.what(),
                                place.source(),
                                field.name(),
                                String.join(" ", field.purposes()),
                                place.retention(),
                                place.outlivesErasure(),
                                String.join(" ", place.readBy()))));
        return csv.download("data-map");
    }
}

package dev.aisle.privacy.shared.datamap;

import dev.aisle.platform.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Which service holds which field for which purpose, and how long: the record of processing of GDPR article 30. */
@Path("/v1/data-map")
class DataMapResource {
    /** Whoever names no type gets JSON. */
    private static final String CSV = "text/csv;qs=0.5";

    /** @param places of one service when one was asked for, otherwise all */
    record View(List<DataPlace> places) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PRIVACY_OFFICER, Role.AUDITOR})
    @Operation(
            summary =
                    "Where data of persons lies, for what and how long; as JSON or, with Accept: text/csv, as a table")
    public View json(@QueryParam("service") @Nullable String service) {
        return new View(places(service));
    }

    @GET
    @Produces(CSV)
    @RolesAllowed({Role.PRIVACY_OFFICER, Role.AUDITOR})
    public String csv(@QueryParam("service") @Nullable String service) {
        return Stream.concat(
                        Stream.of("service,kind,name,what,field,purposes,retention,outlives_erasure,read_by"),
                        places(service).stream().flatMap(DataMapResource::lines))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static List<DataPlace> places(@Nullable String service) {
        return service == null ? DataPlace.all() : DataPlace.seenBy(service);
    }

    private static Stream<String> lines(DataPlace place) {
        return place.fields().stream()
                .map(field -> Stream.of(
                                place.service(),
                                place.kind(),
                                place.name(),
                                place.what(),
                                field.name(),
                                String.join(" ", field.purposes()),
                                place.retention(),
                                place.outlivesErasure(),
                                String.join(" ", place.readBy()))
                        .map(DataMapResource::quoted)
                        .collect(Collectors.joining(",")));
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}

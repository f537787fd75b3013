package dev.aisle.images;

import java.util.Arrays;
import java.util.List;

/** The services that there are images of. */
enum Service {
    EVENT_INGEST("event-ingest-service"),
    PROFILE("profile-service"),
    RECOMMENDER("recommender-service"),
    CAMPAIGN("campaign-service"),
    PRIVACY("privacy-service");

    private final String folder;

    Service(String folder) {
        this.folder = folder;
    }

    String folder() {
        return folder;
    }

    String image() {
        return "aisle-" + folder;
    }

    static List<Service> named(String name) {
        if (name.equals("all")) {
            return List.of(values());
        }
        return Arrays.stream(values())
                .filter(service -> service.folder.equals(name))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new ImageFailure("There is no service \"" + name + "\": "
                        + Arrays.stream(values()).map(Service::folder).toList() + " or all."));
    }
}

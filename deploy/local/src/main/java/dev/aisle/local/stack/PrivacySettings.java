package dev.aisle.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What privacy-service is told by a file, for names with dashes and dots are none for an environment. */
final class PrivacySettings {
    private static final List<Part> SIGNING = Part.services();
    private static final List<Part> EXPORTING = List.of(Part.INGEST, Part.PROFILE, Part.RECOMMENDER, Part.CAMPAIGN);

    private PrivacySettings() {}

    /** Writes the file and answers where it is. */
    static Path write(Layout layout) {
        var keys = new SigningKeys(layout);
        var text = new StringBuilder("# Written by ./aisle up at each start.\n");
        for (var part : SIGNING) {
            var key = keys.of(part);
            var prefix = "aisle.receipts.trusted.\"" + key.id() + "\".";
            text.append(prefix).append("services=").append(services(part)).append('\n');
            text.append(prefix).append("public-key=").append(key.publicKey()).append('\n');
        }
        for (var part : EXPORTING) {
            text.append("aisle.exports.services.").append(part.label()).append('=');
            text.append(layout.ports().http(part)).append('\n');
        }
        text.append("aisle.opendsr.keystore=").append(keys.openDsrKeystore()).append('\n');
        text.append("aisle.opendsr.keystore-password=")
                .append(keys.openDsrPassword())
                .append('\n');
        text.append("aisle.opendsr.processor-domain=")
                .append(layout.ports().address(Part.PRIVACY))
                .append('\n');
        return write(layout.conf().resolve("privacy-service.properties"), text.toString());
    }

    /** The archive of events is a part of ingest and answers erasures for itself. */
    private static String services(Part part) {
        return part == Part.INGEST ? part.label() + ",event-archive" : part.label();
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}

package dev.aisle.local.campaigns;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Definitions in files: the file's name is the campaign's id. */
final class CampaignFiles {
    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
    private static final List<String> YAML = List.of(".yaml", ".yml");
    private static final String JSON = ".json";
    private static final String SCHEMA = ".schema.json";

    private CampaignFiles() {}

    /** A definition as it stands in its file. */
    record CampaignFile(String id, Path path, String text, boolean yaml) {
        String mediaType() {
            return yaml ? "application/yaml" : "application/json";
        }
    }

    /** Those of a folder, or one, by id. */
    static List<CampaignFile> of(Path place) {
        if (!Files.exists(place)) {
            throw new CommandFailure("There is no file or folder " + place + ".");
        }
        try (Stream<Path> found = Files.isDirectory(place) ? Files.list(place) : Stream.of(place)) {
            Map<String, CampaignFile> all = new TreeMap<>();
            for (Path path : found.filter(CampaignFiles::isDefinition).sorted().toList()) {
                CampaignFile file = read(path);
                CampaignFile before = all.put(file.id(), file);
                if (before != null) {
                    throw new CommandFailure(
                            before.path() + " and " + path + " are both the campaign " + file.id() + ": keep one.");
                }
            }
            if (all.isEmpty()) {
                throw new CommandFailure("There is no .yaml, .yml or .json file in " + place + ".");
            }
            return List.copyOf(all.values());
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + place + ": " + e.getMessage(), e);
        }
    }

    private static boolean isDefinition(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean known = name.endsWith(JSON) || YAML.stream().anyMatch(name::endsWith);
        return Files.isRegularFile(path) && known && !name.endsWith(SCHEMA);
    }

    private static CampaignFile read(Path path) throws IOException {
        String name = path.getFileName().toString();
        String id = name.substring(0, name.lastIndexOf('.'));
        if (!ID.matcher(id).matches()) {
            throw new CommandFailure(
                    path
                            + ": the file's name is the campaign's id: small letters, digits and hyphens, as in win-back.yaml.");
        }
        return new CampaignFile(id, path, Files.readString(path), !name.endsWith(JSON));
    }
}

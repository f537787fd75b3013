package dev.aisle.containers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Writes the folders that a pod mounts as a kubelet does: the files of its Secrets, owned by root and the group of the pod, with the mode that the volume
 * asks for, and empty folders that every user may write.
 */
final class MountedFolders {
    private static final int USUAL_MODE = 0644;

    private final Map<String, Map<String, byte[]>> secrets;

    MountedFolders(Map<String, Map<String, byte[]>> secrets) {
        this.secrets = Map.copyOf(secrets);
    }

    /** Writes those of a pod's specification below a folder, a folder a volume. */
    void write(JsonNode spec, Path folder) {
        int group = spec.at("/securityContext/fsGroup").asInt();
        for (JsonNode volume : spec.path("volumes")) {
            if (volume.has("projected") || volume.has("secret")) {
                Path place = folder.resolve(volume.path("name").asText());
                JsonNode mounted = volume.has("secret") ? volume.path("secret") : volume.path("projected");
                write(place, files(volume), mounted.path("defaultMode").asInt(USUAL_MODE), group);
            } else if (volume.has("emptyDir")) {
                empty(folder.resolve(volume.path("name").asText()));
            }
        }
    }

    private static void empty(Path folder) {
        try {
            Files.setPosixFilePermissions(Files.createDirectories(folder), EnumSet.allOf(PosixFilePermission.class));
        } catch (IOException e) {
            throw new UncheckedIOException("An empty folder of a pod can't be made at " + folder, e);
        }
    }

    /** Returns the files of a volume by their paths. */
    Map<String, byte[]> files(JsonNode volume) {
        Map<String, byte[]> files = new HashMap<>();
        if (volume.has("secret")) {
            files.putAll(
                    files(volume.path("secret"), volume.at("/secret/secretName").asText()));
        }
        for (JsonNode source : volume.at("/projected/sources")) {
            files.putAll(files(source.path("secret"), source.at("/secret/name").asText()));
        }
        return files;
    }

    private Map<String, byte[]> files(JsonNode source, String name) {
        Map<String, byte[]> entries = secrets.get(name);
        if (entries == null) {
            throw new IllegalStateException("There is no Secret " + name + ", which a pod mounts.");
        }
        if (!source.has("items")) {
            return entries;
        }
        Map<String, byte[]> files = new HashMap<>();
        for (JsonNode item : source.path("items")) {
            byte[] bytes = entries.get(item.path("key").asText());
            if (bytes == null) {
                throw new IllegalStateException(
                        "The Secret " + name + " has no key " + item.path("key").asText() + ", which a pod mounts.");
            }
            files.put(item.path("path").asText(), bytes);
        }
        return files;
    }

    private static void write(Path folder, Map<String, byte[]> files, int mode, int group) {
        try {
            Files.createDirectories(folder);
            for (var file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
                Files.setAttribute(path, "unix:gid", group);
                Files.setPosixFilePermissions(path, permissions(mode));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The files of Secrets can't be written to " + folder, e);
        }
    }

    /** Returns a mode's bits as permissions. */
    static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> all = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] bits = PosixFilePermission.values();
        for (int bit = 0; bit < bits.length; bit++) {
            if ((mode & (0400 >> bit)) != 0) {
                all.add(bits[bit]);
            }
        }
        return all;
    }
}

package dev.aisle.platform.domains;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where packs lie: in a directory of the operator, and among those that Aisle comes with. */
public final class PackFiles {
    /** Those that Aisle comes with. */
    public static final List<String> SHIPPED = List.of("education", "media");

    private static final String ENDING = ".yaml";

    private final Optional<Path> directory;

    /** Packs of this directory before those that Aisle comes with. */
    public PackFiles(Optional<Path> directory) {
        this.directory = directory;
    }

    /**
     * The packs of these names.
     *
     * @throws InvalidPackException when one isn't there or can't be used
     */
    public Domains domains(List<String> names, String usual) {
        List<DomainPack> packs = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (String name : names.stream().map(String::strip).distinct().toList()) {
            try {
                packs.add(pack(name));
            } catch (InvalidPackException e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidPackException(faults);
        }
        return Domains.of(packs, usual);
    }

    private DomainPack pack(String name) {
        Optional<Path> own =
                directory.map(folder -> folder.resolve(name + ENDING)).filter(Files::isRegularFile);
        if (own.isEmpty() && !SHIPPED.contains(name)) {
            throw new InvalidPackException(
                    List.of("aisle.domains.packs: there is no pack " + name + "; Aisle comes with "
                            + String.join(", ", SHIPPED) + ", others are sought as NAME" + ENDING
                            + " in aisle.domains.directory"
                            + directory.map(folder -> " (" + folder + ")").orElse(", which isn't set")));
        }
        DomainPack pack = own.isPresent() ? read(own.get()) : shipped(name);
        if (!pack.name().equals(name)) {
            throw new InvalidPackException(List.of(own.map(Path::toString).orElse(name) + ", line 1, pack: must be "
                    + name + ", as the file is called"));
        }
        return pack;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidPackException when it can't be used
     */
    public static DomainPack read(Path file) {
        try {
            return PackReader.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new InvalidPackException(List.of(file + ": can't be read as UTF-8: " + e.getMessage()));
        }
    }

    /** One that Aisle comes with. */
    public static DomainPack shipped(String name) {
        String file = name + ENDING;
        try (InputStream in = PackFiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The pack " + file + " isn't in the jar");
            }
            return PackReader.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("The pack " + file + " can't be read", e);
        }
    }
}

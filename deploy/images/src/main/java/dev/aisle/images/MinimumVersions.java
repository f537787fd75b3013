package dev.aisle.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The oldest version of each library that may ship, by {@code min-versions.txt}; a rule for {@code group:name} beats one for its group. */
final class MinimumVersions {
    private final Map<String, String> oldest = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();

    /** Reads rules of the form {@code group[:name] >= version # why}. */
    MinimumVersions(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String rule = line.replaceFirst("#.*$", "").strip();
            if (rule.isEmpty()) {
                continue;
            }
            String[] sides = rule.split("\\s*>=\\s*", -1);
            if (sides.length != 2 || oldest.put(sides[0], sides[1]) != null) {
                throw new ImageFailure(
                        file + ": \"" + line + "\" isn't a rule of its own, such as io.netty >= 4.1.139");
            }
        }
    }

    /** Returns each library of a {@code bom.json} that is older than its rule allows. */
    List<String> tooOld(Path bom) throws IOException {
        var found = new TreeSet<String>();
        for (JsonNode component : new ObjectMapper().readTree(bom.toFile()).path("components")) {
            String group = component.path("group").asText();
            String name = group + ":" + component.path("name").asText();
            String rule = oldest.containsKey(name) ? name : group;
            String least = oldest.get(rule);
            String version = component.path("version").asText();
            if (least == null) {
                continue;
            }
            seen.add(rule);
            if (compare(version, least) < 0) {
                found.add(name + " " + version + " is older than " + least);
            }
        }
        return List.copyOf(found);
    }

    /** Returns why a list of libraries says nothing of what is packaged now; empty when it does. */
    static Optional<String> staleness(Path list, Path... poms) throws IOException {
        if (!Files.exists(list)) {
            return Optional.of("is missing");
        }
        for (Path pom : poms) {
            if (Files.getLastModifiedTime(list).compareTo(Files.getLastModifiedTime(pom)) < 0) {
                return Optional.of("is older than " + pom);
            }
        }
        return Optional.empty();
    }

    /** Returns the rules that no library of the lists read so far falls under. */
    List<String> unused() {
        return oldest.keySet().stream().filter(rule -> !seen.contains(rule)).toList();
    }

    /** Compares by the numbers in front, so that 4.1.139.Final is newer than 4.1.99. */
    private static int compare(String one, String other) {
        List<BigInteger> left = numbers(one);
        List<BigInteger> right = numbers(other);
        return IntStream.range(0, Math.max(left.size(), right.size()))
                .map(at -> at(left, at).compareTo(at(right, at)))
                .filter(difference -> difference != 0)
                .findFirst()
                .orElse(0);
    }

    private static BigInteger at(List<BigInteger> numbers, int place) {
        return place < numbers.size() ? numbers.get(place) : BigInteger.ZERO;
    }

    private static List<BigInteger> numbers(String version) {
        return Arrays.stream(version.split("[.-]", -1))
                .takeWhile(part -> part.matches("\\d+"))
                .map(BigInteger::new)
                .toList();
    }
}

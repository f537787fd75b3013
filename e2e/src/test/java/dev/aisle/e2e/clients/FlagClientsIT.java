package dev.aisle.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.openfeature.contrib.providers.ofrep.OfrepProvider;
import dev.openfeature.contrib.providers.ofrep.OfrepProviderOptions;
import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same user has the same variation in OpenFeature's clients for Node, browsers and Java, in GrowthBook's, and in the service. */
class FlagClientsIT {
    private static final int USERS = 300;
    private static final int USERS_OF_A_PAGE = 100;
    private static final String COUNTRY = "DE";

    private static FlagStack flags;
    private static String key;
    private static List<String> users;
    private static Map<String, String> expected;

    @BeforeAll
    static void start() {
        flags = FlagStack.started();
        key = flags.newClientKey();
        SplittableRandom random = new SplittableRandom(7);
        users = IntStream.range(0, USERS)
                .mapToObj(_ -> String.format("p1.k1.%016x%016x", random.nextLong(), random.nextLong()))
                .toList();
        expected = new TreeMap<>();
        users.forEach(user -> expected.put(user, flags.value(user, COUNTRY)));
        assertThat(expected.values()).contains("green", "blue", "red");
    }

    @AfterAll
    static void stop() {
        flags.close();
    }

    @Test
    void openFeatureInNode() throws IOException {
        assertThat(inNode("flags-openfeature.mjs")).isEqualTo(expected);
    }

    @Test
    void growthBookWhereItRuns() throws IOException {
        assertThat(inNode("flags-growthbook.mjs", "local")).isEqualTo(expected);
    }

    @Test
    void growthBookByTheService() throws IOException {
        assertThat(inNode("flags-growthbook.mjs", "remote")).isEqualTo(expected);
    }

    @Test
    void openFeatureInJava() {
        OpenFeatureAPI api = OpenFeatureAPI.getInstance();
        api.setProviderAndWait(OfrepProvider.constructProvider(OfrepProviderOptions.builder()
                .baseUrl(flags.address().toString())
                .headers(ImmutableMap.of("X-API-Key", ImmutableList.of(key)))
                .build()));
        Client client = api.getClient();
        Map<String, String> answers = new TreeMap<>();
        users.forEach(user -> answers.put(
                user,
                client.getStringValue(
                        FlagStack.FLAG, "none", new ImmutableContext(user, Map.of("country", new Value(COUNTRY))))));
        api.shutdown();

        assertThat(answers).isEqualTo(expected);
    }

    @Test
    void openFeatureInABrowser() throws IOException {
        Chromium chromium = Chromium.ofTheMachine();
        Path folder = Node.withClients().folder();
        List<String> some = users.subList(0, USERS_OF_A_PAGE);
        Files.write(folder.resolve("users.txt"), some);
        HttpServer pages = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folder, SimpleFileServer.OutputLevel.NONE);
        pages.start();
        try {
            String address =
                    "http://127.0.0.1:" + pages.getAddress().getPort() + "/flags.html?service=" + flags.address()
                            + "&key=" + key + "&flag=" + FlagStack.FLAG + "&users=users.txt&country=" + COUNTRY;
            String answers = chromium.open(address, page -> {
                page.waitForFunction("document.title === 'evaluated'");
                return page.textContent("#answers");
            });

            Map<String, String> wanted = new TreeMap<>(expected);
            wanted.keySet().retainAll(some);
            assertThat(read(answers)).isEqualTo(wanted);
        } finally {
            pages.stop(0);
        }
    }

    private static Map<String, String> inNode(String script, String... more) throws IOException {
        Path list = Files.createTempFile("users", ".txt");
        Files.write(list, users);
        String[] arguments = Stream.concat(
                        Stream.of(flags.address().toString(), key, FlagStack.FLAG, list.toString(), COUNTRY),
                        Arrays.stream(more))
                .toArray(String[]::new);
        String output = Node.withClients().run(script, arguments);
        return read(output.lines().reduce((_, last) -> last).orElse(""));
    }

    private static Map<String, String> read(String answers) throws JsonProcessingException {
        return new ObjectMapper().readValue(answers, new TypeReference<>() {});
    }
}

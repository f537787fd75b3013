package dev.aisle.shop;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.Executors;

/** The shop's server, on loopback only: its login is made up. */
public final class DemoShop implements Closeable {
    private final HttpServer server;

    private DemoShop(HttpServer server) {
        this.server = server;
    }

    static DemoShop start(Surroundings surroundings, Clock clock) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), surroundings.port());
        HttpServer server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Services services = new Services(surroundings);
        Shelf shelf = new Shelf();
        Layout layout = new Layout(surroundings.recommender());
        Articles articles = new Articles(surroundings.knowledge());
        ProductPages products = new ProductPages(shelf, services, layout);
        PersonPages persons = new PersonPages(shelf, articles, layout);
        Counter counter = new Counter(services, shelf, new Signature(surroundings.hookSecret()), clock);
        server.createContext(
                "/",
                new Entrance(new Pages(shelf, articles, services, products, persons, counter), counter, layout, shelf));
        server.start();
        return new DemoShop(server);
    }

    /** Is told what it needs by its environment: {@code SHOP_PORT}, {@code SHOP_RECOMMENDER} and so on. */
    public static void main(String... none) throws IOException {
        DemoShop shop = start(Surroundings.of(System.getenv()), Clock.systemUTC());
        System.out.println("The shop is at http://127.0.0.1:" + shop.port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

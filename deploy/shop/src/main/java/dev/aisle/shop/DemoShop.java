package dev.aisle.shop;

import com.sun.net.httpserver.HttpServer;
import dev.aisle.shop.gateway.Gateway;
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
        Gateway gateway = new Gateway(surroundings.services());
        Visitors visitors = new Visitors(gateway);
        Shelf shelf = new Shelf();
        Orders orders = new Orders(clock.instant());
        Layout layout = new Layout(surroundings.services());
        Counter counter = new Counter(gateway, orders, shelf, new Signature(surroundings.hookSecret()), clock);
        server.createContext(
                "/",
                new Entrance(
                        visitors,
                        new Pages(shelf, new Articles(surroundings.knowledge()), counter, orders, layout),
                        new Forms(shelf, new Checkout(shelf, orders, clock), visitors),
                        new Assets(shelf),
                        counter,
                        new PreferenceGateway(shelf, clock),
                        layout.policy()));
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

package conclave.appliance.day;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A laptop in the room: Chromium with a profile of its own, seen and used as its owner does. */
final class Laptop implements AutoCloseable {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path ALBUM = Path.of(System.getProperty("conclave.project"), "appliance/target/day");
    /** Long, because the machine that tests may be busy with other things; nobody waits longer than it takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Pattern ADDRESS = Pattern.compile("\"remoteIPAddress\":\"([^\"]+)\"");

    private final String owner;
    private final URI origin;
    private final ChromeDriver driver;
    private final List<ProcessHandle> started;

    private Laptop(String owner, URI origin, ChromeDriver driver, List<ProcessHandle> started) {
        this.owner = owner;
        this.origin = origin;
        this.driver = driver;
        this.started = started;
    }

    static Laptop of(String owner, Path profiles, Venue venue) throws Exception {
        return of(owner, profiles, venue.origin(), venue.trust());
    }

    static Laptop of(String owner, Path profiles, URI origin, Trust trust) throws Exception {
        return of(owner, profiles, origin, trust.keyOf(origin), DRIVER);
    }

    /** A laptop to which one name means both servers, as the venue's router would tell it. */
    static Laptop before(NameOfTwo name, String owner, Path profiles, Venue venue) throws Exception {
        var trust = venue.trust();
        return of(owner, profiles, venue.origin(), trust.keyOf(venue.origin("a")) + "," + trust.keyOf(venue.origin("b")), name.knownTo(DRIVER));
    }

    private static Laptop of(String owner, Path profiles, URI origin, String keys, Path starts) throws Exception {
        assertTrue(Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                "Chromium and its driver are missing: apt-get install chromium chromium-driver");
        var service = new ChromeDriverService.Builder().usingDriverExecutable(starts.toFile()).usingAnyFreePort().build();
        var options = options(profiles.resolve(owner), keys);
        var others = ProcessHandle.current().children().toList();
        service.start();
        var started = ProcessHandle.current().children().filter(child -> !others.contains(child)).toList();
        try {
            return new Laptop(owner, origin, new ChromeDriver(service, options), started);
        } catch (RuntimeException e) {
            end(started);
            throw e;
        }
    }

    private static ChromeOptions options(Path profile, String keys) {
        var log = new LoggingPreferences();
        log.enable(LogType.BROWSER, Level.ALL);
        log.enable(LogType.PERFORMANCE, Level.ALL);
        var options = new ChromeOptions().setBinary(new File(BROWSER.toString()));
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                // The browser's own reading of a hosts file knows one address for a name, the system's all of them.
                "--disable-features=AsyncDns",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1366,768",
                "--lang=zh-CN", "--user-data-dir=" + profile, "--ignore-certificate-errors-spki-list=" + keys);
        options.setCapability("goog:loggingPrefs", log);
        return options;
    }

    String owner() {
        return owner;
    }

    void go(String path) {
        driver.get(origin.resolve(path).toString());
    }

    void reload() {
        driver.navigate().refresh();
    }

    String path() {
        return URI.create(driver.getCurrentUrl()).getPath();
    }

    static By test(String name) {
        return By.cssSelector("[data-test='" + name + "']");
    }

    boolean shows(String name) {
        return !driver.findElements(test(name)).isEmpty();
    }

    /** The part of the page with this name, once it is there to be seen. */
    WebElement see(String name) {
        return see(test(name), name);
    }

    WebElement see(By where, String what) {
        return until("to see " + what, () -> driver.findElements(where).stream().filter(WebElement::isDisplayed).findFirst().orElse(null));
    }

    String text(String name) {
        return until("to read " + name, () -> see(name).getText());
    }

    void waitForText(String name, String part) {
        until(name + " to say “" + part + "”", () -> text(name).contains(part) ? true : null);
    }

    void waitFor(String name, String attribute, String value) {
        until(name + " to have " + attribute + " " + value,
                () -> driver.findElements(test(name)).stream().anyMatch(e -> value.equals(e.getDomAttribute(attribute))) ? true : null);
    }

    void waitUntilGone(String name) {
        until(name + " to go", () -> shows(name) ? null : true);
    }

    void click(String name) {
        until("to press " + name, () -> {
            var button = see(name);
            if (!button.isEnabled()) return null;
            // As a person scrolls: until it stands clear of what always stays at the top.
            driver.executeScript("arguments[0].scrollIntoView({block: 'nearest', behavior: 'instant'})", button);
            button.click();
            return true;
        });
    }

    /** Keys to whatever has the focus, as fingers send them. */
    void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void press(org.openqa.selenium.Keys held, CharSequence key) {
        new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    void waitForFocus(String name) {
        until("the focus to be on " + name, () -> name.equals(driver.switchTo().activeElement().getDomAttribute("data-test")) ? true : null);
    }

    Object ask(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    /** What the server tells this person, asked from their own page. */
    String read(String path) {
        return (String) driver.executeAsyncScript(
                "const done = arguments[1]; fetch(arguments[0], {headers: {Accept: 'application/json'}}).then(a => a.text()).then(done)", path);
    }

    /** Addresses of the servers that have answered since this was last asked, the latest at the end. */
    List<String> answeredBy() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream().map(entry -> ADDRESS.matcher(entry.getMessage()))
                .filter(Matcher::find).map(found -> found.group(1)).toList();
    }

    <T> T until(String what, Looked<T> look) {
        return new WebDriverWait(driver, PATIENCE).withMessage(() -> owner + " waited for " + what + "; at " + path())
                .ignoring(StaleElementReferenceException.class).until(_ -> look.now());
    }

    interface Looked<T> {
        T now();
    }

    /** For people to look at after the run; nothing depends on it. */
    void photograph(String name) throws IOException {
        Files.createDirectories(ALBUM);
        Files.write(ALBUM.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    /** A page on the whole screen, for the pictures in meeting-node/docs/images, which are taken from there by hand. */
    void photographFullScreen(String name) throws IOException {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", 1366, "height", 768, "deviceScaleFactor", 1, "mobile", false));
        photograph(name);
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /**
     * What the browser itself complained about: a script that failed, a policy that was broken, a file that did not come.
     * One thing is no complaint: who is not signed in yet, or not any more, is told so, which browsers note.
     */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue()).map(LogEntry::getMessage)
                .filter(message -> !message.contains("/api/") || !message.endsWith("status of 401 ()"))
                // Pictures of pages that were closed are asked for once more, past the cache: so the browser forgets them.
                .filter(message -> !message.contains("/pages/") || !message.endsWith("status of 403 ()"))
                .map(message -> owner + ": " + message).toList();
    }

    @Override
    public void close() {
        var mine = Stream.concat(started.stream(), started.stream().flatMap(ProcessHandle::descendants)).toList();
        try {
            driver.quit();
        } finally {
            end(mine);
        }
    }

    /** They are gone when this returns, and write nothing more into the profile. */
    private static void end(List<ProcessHandle> processes) {
        var all = processes.stream().flatMap(process -> Stream.concat(process.descendants(), Stream.of(process))).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (var process : all) process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}

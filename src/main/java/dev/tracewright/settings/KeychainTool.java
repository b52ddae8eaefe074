package dev.tracewright.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the command of one system's keychain is asked. */
sealed interface KeychainTool {
    /** Under which name all keys are kept. */
    String SERVICE = "Tracewright";

    /**
     * A question to the command.
     *
     * @param line the command with its arguments; never a key
     * @param settings environment variables; never a key
     * @param input what it gets on its input
     */
    record Question(List<String> line, Map<String, String> settings, String input) {}

    /**
     * How the command ended.
     *
     * @param output what it printed
     * @param said what it complained about
     */
    record Ended(int code, String output, String said) {}

    /** Asks for the key of an address. */
    Question find(String address);

    /** Keeps a key, one line without control characters, under an address. */
    Question keep(String address, String key);

    /** Whether a search that ended so found nothing, and nothing went wrong. */
    boolean none(Ended ended);

    /** What to install where the command is missing, in parentheses with a space before it, or nothing. */
    default String origin() {
        return "";
    }

    /** The command of the system with this name. */
    static KeychainTool of(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? new Mac() : name.startsWith("windows") ? new Windows() : new SecretService();
    }

    /** The Secret Service of GNOME, KDE and others. */
    record SecretService() implements KeychainTool {
        @Override
        public Question find(String address) {
            return new Question(List.of("secret-tool", "lookup", "service", SERVICE, "address", address), Map.of(), "");
        }

        @Override
        public Question keep(String address, String key) {
            String label = "--label=" + SERVICE + ": " + address;
            return new Question(
                    List.of("secret-tool", "store", label, "service", SERVICE, "address", address), Map.of(), key);
        }

        @Override
        public boolean none(Ended ended) {
            return ended.code() == 1 && ended.said().isBlank();
        }

        @Override
        public String origin() {
            return " (package libsecret-tools)";
        }
    }

    /** The keychain of macOS, whose command reads whole commands from its input. */
    record Mac() implements KeychainTool {
        private static final int NOT_FOUND = 44;

        @Override
        public Question find(String address) {
            return new Question(
                    List.of("security", "find-generic-password", "-s", SERVICE, "-a", address, "-w"), Map.of(), "");
        }

        @Override
        public Question keep(String address, String key) {
            String command =
                    "add-generic-password -U -s " + SERVICE + " -a " + quoted(address) + " -w " + quoted(key) + "\n";
            return new Question(List.of("security", "-i"), Map.of(), command);
        }

        private static String quoted(String word) {
            return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }

        @Override
        public boolean none(Ended ended) {
            return ended.code() == NOT_FOUND;
        }
    }

    /** The password vault of Windows (10 and later), asked through the PowerShell that comes with it. */
    record Windows() implements KeychainTool {
        private static final int NOT_FOUND = 44;
        private static final String ADDRESS = "TRACEWRIGHT_ADDRESS";
        private static final String VAULT = """
                $ErrorActionPreference = 'Stop'
                [Console]::InputEncoding = New-Object Text.UTF8Encoding $false
                [Console]::OutputEncoding = New-Object Text.UTF8Encoding $false
                $null = [Windows.Security.Credentials.PasswordVault, Windows.Security.Credentials, ContentType = WindowsRuntime]
                $vault = New-Object Windows.Security.Credentials.PasswordVault
                """;
        /** 0x80070490 says that there is no such element. */
        private static final String FIND = VAULT + """
                try {
                    $found = $vault.Retrieve('Tracewright', $env:TRACEWRIGHT_ADDRESS)
                } catch {
                    $why = $_.Exception
                    while ($why.InnerException) { $why = $why.InnerException }
                    if ($why.HResult -eq -2147023728) { exit 44 }
                    [Console]::Error.WriteLine($why.Message)
                    exit 1
                }
                $found.RetrievePassword()
                [Console]::Out.Write($found.Password)
                """;

        private static final String KEEP = VAULT + """
                $key = [Console]::In.ReadToEnd()
                $entry = New-Object Windows.Security.Credentials.PasswordCredential('Tracewright', $env:TRACEWRIGHT_ADDRESS, $key)
                $vault.Add($entry)
                """;

        @Override
        public Question find(String address) {
            return asked(FIND, address, "");
        }

        @Override
        public Question keep(String address, String key) {
            return asked(KEEP, address, key);
        }

        private static Question asked(String script, String address, String input) {
            return new Question(
                    List.of("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", script),
                    Map.of(ADDRESS, address),
                    input);
        }

        @Override
        public boolean none(Ended ended) {
            return ended.code() == NOT_FOUND;
        }
    }
}

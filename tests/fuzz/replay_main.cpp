// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// Runs the fuzz target over every file of the directory given: what once failed, and seeds.
int main(int argc, char *argv[])
{
    std::error_code error;
    const std::filesystem::directory_iterator files(argc > 1 ? argv[1] : "", error);
    if (error) {
        std::fprintf(stderr, "cannot read the corpus: %s\n", error.message().c_str());
        return 2;
    }
    std::size_t count = 0;
    for (const auto &entry : files) {
        std::ostringstream content;
        content << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        const std::string bytes = std::move(content).str();
        std::printf("%s\n", entry.path().filename().c_str());
        std::fflush(stdout);
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size());
        ++count;
    }
    return count > 0 ? 0 : 1;
}

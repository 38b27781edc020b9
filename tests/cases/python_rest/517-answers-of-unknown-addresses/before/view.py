def show(answer):
    for hook in answer["customExtensionHandlers"]:
        print(hook["stage"])
